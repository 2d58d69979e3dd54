import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import compression from 'compression'
import express from 'express'
import helmet from 'helmet'
import { anotherDayOperations } from './another-day-operations.ts'
import { bookingOperations } from './booking-operations.ts'
import { boothOperations } from './booth-operations.ts'
import { counterOperations, hallOperations } from './counter-operations.ts'
import { dayOperations } from './day-operations.ts'
import { deskOperations } from './desk-operations.ts'
import { deviceCookie, deviceTokenIn } from './device-cookie.ts'
import { type DevicePorts, deviceOperations } from './device-operations.ts'
import { writeDocsPage } from './docs-page.ts'
import { guideOperations } from './guide-operations.ts'
import { helpOperations } from './help-operations.ts'
import { createMediaDoor } from './media-door.ts'
import { mediaOperations } from './media-operations.ts'
import type { MediaShelf } from './media-port.ts'
import { writeOpenApi } from './openapi.ts'
import type { Doors, Operation } from './operation.ts'
import { outageOperations } from './outage-operations.ts'
import { createRateLimit } from './rate-limit.ts'
import { remarkOperations } from './remark-operations.ts'
import { rosterOperations } from './roster-operations.ts'
import { addRoutes, createErrorDoor, sendNotFound } from './router.ts'
import { siteOperations } from './site-operations.ts'
import { slipOperations } from './slip-operations.ts'
import { soundOperations } from './sound-operations.ts'
import { type SystemPorts, systemOperations } from './system-operations.ts'
import { ticketOperations } from './ticket-operations.ts'
import { createVirtualDoor, type VirtualPorts } from './virtual-door.ts'
import { voiceOperations } from './voice-operations.ts'

export interface AppPorts {
  readonly doors: Doors
  readonly system: SystemPorts
  readonly demoOperations: readonly Operation[]
  /** Absent in the training hall. */
  readonly devices?: DevicePorts | undefined
  /** The one shelf of the house; absent in the training hall. */
  readonly media?: MediaShelf | undefined
  readonly virtual: VirtualPorts
  /** Where the built screens lie. */
  readonly screensFolder: string
  /** The typeface, for pages that the hub writes itself. */
  readonly fontsFolder: string
  readonly iconFile: string
  readonly log: { error(data: object, sentence: string): void }
}

const pages: Readonly<Record<string, string>> = {
  '/': 'start-ui/index.html',
  '/kiosk': 'kiosk-ui/index.html',
  '/display': 'display-ui/index.html',
  '/display/booth/:code': 'display-ui/booth.html',
  '/counter': 'counter-ui/index.html',
  '/supervisor': 'supervisor-ui/index.html',
  '/desk': 'desk-ui/index.html',
  '/rekam': 'record-ui/index.html',
  '/t/:publicCode': 'visitor-ui/ticket.html',
  '/b/:code': 'visitor-ui/booking.html',
  '/visit': 'visitor-ui/services.html',
  '/device': 'display-ui/device.html',
}

/** The whole HTTP door: the API first (it is the hot way), then pages, screens and the demo's devices. */
export function createApp({
  doors,
  system,
  demoOperations,
  devices,
  media,
  virtual,
  screensFolder,
  fontsFolder,
  iconFile,
  log,
}: AppPorts): RequestListener {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  const operations = [
    ...ticketOperations,
    ...remarkOperations,
    ...counterOperations,
    ...hallOperations,
    ...boothOperations,
    ...dayOperations,
    ...outageOperations,
    ...helpOperations,
    ...guideOperations,
    ...anotherDayOperations,
    ...deskOperations,
    ...bookingOperations,
    ...siteOperations,
    ...slipOperations,
    ...soundOperations,
    ...rosterOperations,
    ...systemOperations(system),
    ...(devices ? deviceOperations(devices) : []),
    ...(media ? mediaOperations(media) : []),
    // The training hall speaks with the voice of the house and leaves it as it is.
    ...(doors.path === '/' ? voiceOperations : []),
    ...(doors.demo ? demoOperations : []),
  ]
  app.use(createRateLimit(doors))
  addRoutes(app, operations, doors)

  const document = writeOpenApi(operations, system.version)
  const docs = writeDocsPage(document)
  const secure = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'self'"],
      },
    },
    // A hall's screens speak plain HTTP on their own network.
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  })
  app.use(secure)
  app.get('/api/openapi.json', (_request, response) => void response.json(document))
  app.get('/api/docs', (_request, response) => void response.type('html').send(docs))
  app.get('/favicon.ico', (_request, response) => response.type('image/svg+xml').sendFile(iconFile, { maxAge: '1d' }))
  for (const [path, file] of Object.entries(pages)) {
    app.get(path, (request, response) => {
      response.setHeader('Cache-Control', 'no-cache')
      const token = deviceTokenIn(request.headers.cookie)
      if (token && doors.devices?.standing(token).state === 'paired')
        response.setHeader('Set-Cookie', deviceCookie(token))
      response.sendFile(join(screensFolder, file))
    })
  }
  app.use(createVirtualDoor(virtual))
  if (media) app.use('/media', createMediaDoor(media.folder))
  app.use(compression())
  app.use(
    '/assets',
    express.static(join(screensFolder, 'assets'), { immutable: true, maxAge: '365d', fallthrough: true }),
  )
  app.use('/fonts', express.static(fontsFolder, { immutable: true, maxAge: '365d', fallthrough: true }))
  app.use(express.static(screensFolder, { index: false, fallthrough: true, maxAge: 0 }))
  app.use(sendNotFound)
  app.use(createErrorDoor(log))
  return app as unknown as RequestListener
}
