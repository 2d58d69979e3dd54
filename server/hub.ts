import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { listSlips, pickSwitches, readSwitches, writeSwitches } from '../drivers/printers/slip-folder.ts'
import { openClipVoice } from '../drivers/voices/clip-voice.ts'
import { openEspeakVoice } from '../drivers/voices/espeak-voice.ts'
import { type Building, type BuildingOptions, openBuilding } from './building.ts'
import { type Clock, createClock } from './clock.ts'
import { createClosing } from './closing.ts'
import type { Config } from './config.ts'
import type { SitePackage } from './contract/site.ts'
import { createDemoDay, type DemoDay } from './demo-day.ts'
import { lentBy } from './devices/hosted.ts'
import { catalogueOfHall } from './hall.ts'
import { createApp } from './http/app.ts'
import { demoOperations } from './http/demo-operations.ts'
import { deviceTokenIn } from './http/device-cookie.ts'
import type { OtherDevices } from './http/device-port.ts'
import type { Doors, Operation } from './http/operation.ts'
import { isFromHere } from './http/origin.ts'
import { actorOf, openSessions, tokenIn } from './http/sessions.ts'
import { trainingOperations } from './http/training-operations.ts'
import { createUnderWay } from './http/under-way.ts'
import { openHostDoor } from './live/host-door.ts'
import { type Live, openLive } from './live/live.ts'
import { openLocalOperator } from './local-operator.ts'
import { openMedia } from './media.ts'
import { createMetrics } from './metrics.ts'
import { renderRollPage } from './printing/roll-page.ts'
import { openRegistry } from './registry.ts'
import { CannotStart, clockStart, explained, lanAddress, listen, readBuild, readSite } from './start-up.ts'
import { createTraining, trainingPath } from './training.ts'
import { createShelf } from './voices/shelf.ts'

export interface HubOptions {
  readonly config: Config
  /** The folder of the program: built screens, worker, migrations, voices, demo building. */
  readonly root: string
  readonly log: {
    info(data: object, sentence: string): void
    warn(data: object, sentence: string): void
    error(data: object, sentence: string): void
  }
}

/** Of the demo's operations, those that the training hall has too. */
const inTraining: ReadonlySet<string> = new Set(['openDemoSession', 'getDemo'])

/** A hub that stops has 5 s for everything. */
const lastAnswersMs = 1000

/** Builds the whole hub: one building on stage, its doors, its screens. Closes in reverse order; `failed` resolves when it cannot go on. */
export async function openHub({ config, root, log }: HubOptions) {
  const closing = createClosing()
  try {
    const files = {
      worker: join(root, 'dist/server/journal-worker.js'),
      migrations: join(root, 'dist/server/migrations'),
      programs: join(root, 'dist/server'),
    }
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    const build = await readBuild(join(root, 'dist/screens/assets'), version)
    const site = await readSite(config.siteFile ?? join(root, 'sites/paser.json'))
    const espeak = closing.use(await openEspeakVoice())
    const bundled = closing.use(await openClipVoice({ folder: join(root, 'voices'), fallback: espeak }))
    const voices = createShelf({ folder: join(config.dataDir, 'voices'), bundled })

    // The door opens when everything behind it stands; Socket.IO wraps whoever answers here.
    let app: RequestListener = (_request, response) => void response.writeHead(503).end()
    const underWay = createUnderWay()
    const httpServer = createServer(underWay.follow((request, response) => app(request, response)))
    // Longer than the pauses of a counter or kiosk, so that a touch finds its connection still open.
    httpServer.keepAliveTimeout = 65_000
    let address = config.publicUrl ?? ''
    let rules = config.rules
    const media = await openMedia({ folder: join(config.dataDir, 'media') })
    const live: Live = closing.use(
      openLive({
        httpServer,
        isAllowed: isFromHere,
        actorOf: ({ token, cookie }) => {
          const session = sessions.find(token ?? tokenIn({ cookie }))
          return session ? actorOf(session) : null
        },
        onMedia: (zone, report) => media.hear(zone, report, catalogueOfHall(stage.hall).site.playlist),
        hub: () => ({ build, demo: config.demo, simulation: demoDay.onScreens() }),
        log,
      }),
    )
    const hostDoor = closing.use(openHostDoor({ httpServer, isAllowed: isFromHere, log }))
    const open = (dataDir: string, clock: Clock, opened: SitePackage, rehearsal?: Partial<BuildingOptions>) =>
      openBuilding({
        isRehearsal: rehearsal !== undefined,
        dataDir,
        clock,
        site: opened,
        voices,
        publicUrl: () => address,
        rules: () => rules,
        files,
        log,
        browsers: { listeners: live.listeners, tell: live.announce, isAtCounter: live.isAtCounter },
        hosts: rehearsal ? undefined : hostDoor.at,
        ...rehearsal,
      })

    const clock = createClock(config.clock && { ...config.clock, startAt: await clockStart(config, files, site) })
    const main = closing.use(await open(config.dataDir, clock, site))
    const inForce = catalogueOfHall(main.hall).site.site.code
    if (config.siteFile !== null && inForce !== site.site.code) {
      throw new CannotStart(
        `${config.dataDir} holds the building ${inForce}, and ANTREAN_SITE names ${site.site.code}. Set DATA_DIR to another folder.`,
      )
    }
    const operator = closing.use(openLocalOperator(config.dataDir))
    const sessions = operator.among(await openSessions(main.store.sessions, live.expel))
    const registry = closing.use(
      await openRegistry({
        store: main.store.devices,
        catalogue: () => catalogueOfHall(main.hall),
        newId: main.newId,
        build,
        isDemo: config.demo,
        log,
      }),
    )
    hostDoor.serve(registry, (code) => lentBy(catalogueOfHall(main.hall).site, code))
    closing.defer(
      main.hall.subscribe((events) => void (events.some(({ type }) => type === 'reconfigured') && hostDoor.lendAnew())),
    )
    live.serveDevices({
      ...registry,
      standing: (cookie) => registry.standing(deviceTokenIn(cookie)),
      hub: () => ({ build, isDemo: config.demo, timeZone: catalogueOfHall(main.hall).site.site.timeZone }),
    })
    const metrics = createMetrics(() => stage, live.connections)
    let stage: Building = main
    const show = (next: Building) => {
      stage = next
      live.show({ hall: next.hall, lens: next.lens, clock: next.clock, spoken: next.spoken })
      next.onSpoken(live.touchCounter)
      next.onShown(live.touchDisplay)
      next.roster.onChange(live.touchHall)
      next.remarks.onNote((ticket) => countersOf(next, ticket).forEach(live.touchCounter))
    }
    const demoDay: DemoDay = closing.use(
      createDemoDay({
        dataDir: config.dataDir,
        site: () => catalogueOfHall(main.hall).site,
        open: (folder, rehearsalClock, opened) => open(folder, rehearsalClock, opened, {}),
        back: () => show(main),
        show,
        log,
      }),
    )
    closing.defer(metrics.follow(main.hall))

    const doorOf = (stage: () => Building, doors: Omit<Doors, 'stage' | 'demo'>, only: readonly Operation[]) =>
      createApp({
        doors: { stage, demo: config.demo || doors.path !== '/', ...doors },
        system: {
          version,
          screens: live.connections,
          metrics: metrics.text,
          isClockTrusted: () => stage().clock.isTrusted(),
        },
        demoOperations: only,
        devices: doors.devices && { office: registry, others: () => othersOf(main) },
        media: doors.devices && media,
        virtual: virtualPorts(config.demo, stage),
        screensFolder: join(root, 'dist/screens'),
        fontsFolder: join(root, 'ui-kit/fonts'),
        iconFile: join(root, 'ui-kit/icon.svg'),
        log,
      })
    const demoPorts = {
      address: () => address,
      rules: () => rules,
      setRules: (next: typeof rules) => {
        rules = next
      },
      simulation: { state: () => demoDay.state(stage), start: demoDay.start, stop: demoDay.stop },
    }
    const door = doorOf(() => stage, { sessions, path: '/', devices: registry }, demoOperations(demoPorts))
    const training = closing.use(
      createTraining({
        httpServer,
        dataDir: config.dataDir,
        open: (folder, { listeners, announce, isAtCounter }) =>
          open(folder, main.clock, catalogueOfHall(main.hall).site, {
            publicUrl: () => `${address}${trainingPath}`,
            rules: () => 'demo',
            browsers: { listeners, tell: announce, isAtCounter },
          }),
        createApp: (building, ownSessions, reset) =>
          doorOf(() => building, { sessions: ownSessions, path: trainingPath }, [
            ...demoOperations(demoPorts).filter(({ id }) => inTraining.has(id)),
            ...trainingOperations(reset),
          ]),
        hub: () => ({ build, demo: config.demo, simulation: null }),
        log,
      }),
    )
    app = (request, response) => {
      if (!training.isHere(request.url)) return door(request, response)
      request.url = request.url?.slice(trainingPath.length)
      training.app(request, response)
    }
    show(main)
    await listen(httpServer, config)
    closing.defer(() => httpServer.closeAllConnections())
    closing.defer(() => {
      httpServer.close()
      return underWay.finish(lastAnswersMs)
    })
    const { port } = httpServer.address() as AddressInfo
    await operator.publish(`http://${isHere(config.host) ? '127.0.0.1' : config.host}:${port}`)
    address = config.publicUrl ?? `http://${config.demo ? '127.0.0.1' : lanAddress()}:${port}`
    log.info({ address, site: site.site.code, demo: config.demo }, 'the hall is open')
    return { address, port, failed: main.store.failed, [Symbol.asyncDispose]: () => closing[Symbol.asyncDispose]() }
  } catch (error) {
    await closing[Symbol.asyncDispose]()
    throw explained(error, config.dataDir)
  }
}

/** Whether this computer reaches the hub by its loopback address. */
const isHere = (host: string): boolean => ['0.0.0.0', '::', 'localhost'].includes(host)

/** What hangs on the hub without being paired: that of the real hall, whatever hall is on stage. */
const othersOf = ({ printers, loudspeakers, voices }: Building): OtherDevices => ({
  printers: [...printers()],
  loudspeakers: loudspeakers(),
  voice: voices.state(),
})

/** The counters whose officers may meet this ticket next. */
function countersOf({ hall }: Building, id: string): readonly number[] {
  const ticket = hall.told.tickets.get(id)
  return ticket ? ticket.legs.flatMap(({ service }) => hall.told.catalogue?.countersOfService(service) ?? []) : []
}

function virtualPorts(isDemo: boolean, stage: () => Building) {
  const isKiosk = (kiosk: string) => stage().hall.told.catalogue?.kiosks.has(kiosk) ?? false
  return {
    isDemo,
    printerPage: async (kiosk: string, locale: 'id' | 'en', nonce: string) => {
      if (!isKiosk(kiosk)) return null
      const folder = stage().printerFolder(kiosk)
      return renderRollPage({
        kiosk,
        locale,
        slips: await listSlips(folder),
        switches: await readSwitches(folder),
        nonce,
        fontUrl: '/fonts/plus-jakarta-sans-latin-wght-normal.woff2',
      })
    },
    setSwitches: async (kiosk: string, isOn: (name: string) => boolean) => {
      if (!isKiosk(kiosk)) return false
      await writeSwitches(stage().printerFolder(kiosk), pickSwitches(isOn))
      return true
    },
    printerFolder: (kiosk: string) => (isKiosk(kiosk) ? stage().printerFolder(kiosk) : null),
    sound: (id: string) => stage().sound(id),
  }
}
