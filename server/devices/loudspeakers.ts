import { join } from 'node:path'
import { openAlsaSpeaker } from '../../drivers/speakers/alsa-speaker.ts'
import { type BrowserAnnouncement, openBrowserSpeaker } from '../../drivers/speakers/browser-speaker.ts'
import { atVolume } from '../../drivers/speakers/gain.ts'
import { type Speaker, SpeakerError } from '../../drivers/speakers/speaker.ts'
import { openVirtualSpeaker } from '../../drivers/speakers/virtual-speaker.ts'
import type { LoudspeakerView } from '../contract/devices.ts'
import { type SoundOutput, usualSound } from '../contract/site-sound.ts'
import { hostedSpeaker } from './hosted.ts'
import type { DevicePorts } from './ports.ts'

/** The displays whose browsers lend their loudspeaker. */
export interface Browsers {
  listeners(zone: string): number
  /** One of them, the longest there, or all; whether one has played it to its end. */
  tell(message: BrowserAnnouncement, reach: 'one' | 'all'): Promise<boolean> | undefined
  /** Whether the screen of a counter is connected. */
  isAtCounter(counter: number): boolean
}

/** A loudspeaker of a zone with what is known of it. */
interface Output {
  readonly key: string
  readonly kind: 'virtual' | 'displays' | 'alsa' | 'host'
  readonly at: string
  readonly speaker: Speaker
  lastError: LoudspeakerView['lastError']
  /** Ends with what it plays now. */
  playing: Promise<unknown>
}
type Opened = Pick<Output, 'kind' | 'at' | 'speaker'>

/** A rehearsed day speaks hundreds of announcements of 400 kB each. */
const rehearsalSounds = 20

/**
 * The loudspeakers of each zone, which play together: the virtual one, which keeps every announcement as a file, and those
 * of the building. `follow` makes them as the building says now.
 */
export async function openLoudspeakers(ports: DevicePorts, browsers: Browsers) {
  const { site, dataDir, clock, isRehearsal, closing, newId, programs, hosts } = ports
  const zones = new Map<string, Map<string, Output>>()
  const records = new Map<string, Awaited<ReturnType<typeof openVirtualSpeaker>>>()
  const sounds = new Map<string, (id: string) => Buffer | undefined>()
  const soundOf = (zone: string) => site().zones.find(({ code }) => code === zone)?.sound ?? usualSound
  /** A sound card and a browser play in real time only; under a faster clock their sentences would pile up. */
  const isReal = () => clock.speed === 1
  /** Where the building names loudspeakers, what the virtual one keeps is not what anybody has heard. */
  const isNamed = (zone: string): boolean => !isRehearsal && isReal() && soundOf(zone).outputs !== undefined

  const openVirtual = async (zone: string): Promise<Opened> => {
    const folder = join(dataDir, 'virtual', 'speakers')
    const virtual = await openVirtualSpeaker({
      folder,
      zone,
      clock,
      ...(isRehearsal ? { keepFiles: rehearsalSounds } : {}),
    })
    records.set(zone, virtual)
    return { kind: 'virtual', at: `virtual/speakers/${zone}`, speaker: virtual }
  }

  const openOutput = (zone: string, output: SoundOutput): Opened => {
    if (output.kind === 'displays') {
      const listeners = () => (isReal() ? browsers.listeners(zone) : 0)
      const tell = (message: BrowserAnnouncement) => browsers.tell(message, soundOf(zone).displays)
      const speaker = openBrowserSpeaker({ zone, clock, newId, listeners, tell })
      sounds.set(zone, speaker.wav)
      return { kind: 'displays', at: `/display?zone=${zone}&sound=1`, speaker }
    }
    const { device, deviceHost } = output
    if (deviceHost === undefined) {
      const program = join(programs, 'alsa-child.js')
      return { kind: 'alsa', at: device, speaker: openAlsaSpeaker({ name: `alsa ${device}`, device, clock, program }) }
    }
    const name = `${deviceHost} ${device}`
    const host = hosts?.(deviceHost)
    const speaker = host ? hostedSpeaker({ name, device, host, clock, newId }) : absentSpeaker(name)
    return { kind: 'host', at: name, speaker }
  }

  /** As the arbiter sees it: at the zone's volume, and what goes wrong is kept for the console. */
  const asOutput = (key: string, { kind, at, speaker }: Opened, zone: string): Output => {
    const output: Output = {
      key,
      kind,
      at,
      lastError: null,
      playing: Promise.resolve(),
      speaker: {
        name: speaker.name,
        get isRecord() {
          return kind === 'virtual' && isNamed(zone)
        },
        state: () => speaker.state(),
        play: async (announcement, signal) => {
          const { audio, volume = 100 } = announcement
          const isOwnSound = kind === 'alsa' || kind === 'host'
          const playing = speaker.play(
            isOwnSound ? { ...announcement, audio: atVolume(audio, volume) } : announcement,
            signal,
          )
          output.playing = playing.catch(() => undefined)
          return playing.catch((error: unknown) => {
            const reason = error instanceof SpeakerError ? error.reason : 'no-answer'
            output.lastError = { at: Date.now(), reason }
            throw error
          })
        },
        [Symbol.asyncDispose]: () => speaker[Symbol.asyncDispose](),
      },
    }
    return output
  }

  const wantedIn = (zone: string): ReadonlyMap<string, () => Opened | Promise<Opened>> => {
    const outputs = (isRehearsal ? undefined : soundOf(zone).outputs) ?? [{ kind: 'displays' }]
    return new Map<string, () => Opened | Promise<Opened>>([
      ['virtual', () => openVirtual(zone)],
      ...outputs.map((output) => [JSON.stringify(output), () => openOutput(zone, output)] as const),
    ])
  }

  const followZone = async (zone: string): Promise<void> => {
    const opened = zones.get(zone) ?? new Map<string, Output>()
    zones.set(zone, opened)
    const wanted = wantedIn(zone)
    for (const [key, open] of wanted) if (!opened.has(key)) opened.set(key, asOutput(key, await open(), zone))
    for (const [key, output] of [...opened]) {
      if (wanted.has(key)) continue
      opened.delete(key)
      // What it says now it says to its end.
      void output.playing.then(() => output.speaker[Symbol.asyncDispose]()).then(undefined, () => undefined)
    }
  }

  closing.defer(() =>
    Promise.all(
      [...zones.values()]
        .flatMap((outputs) => [...outputs.values()])
        .map(({ speaker }) => speaker[Symbol.asyncDispose]()),
    ),
  )
  let opening = Promise.resolve()
  /** Resolves when every zone of the building has its loudspeakers. */
  const follow = (): Promise<void> => {
    const next = opening.then(async () => {
      for (const { code } of site().zones) await followZone(code)
    })
    opening = next.catch(() => undefined)
    return next
  }
  await follow()

  const outputsOf = (zone: string): readonly Output[] => [...(zones.get(zone)?.values() ?? [])]
  return {
    follow,
    /** Those that can play now. */
    ofZone: (zone: string): readonly Speaker[] =>
      outputsOf(zone)
        .filter(({ kind, speaker }) => kind === 'virtual' || (speaker.state().ready && isReal()))
        .map(({ speaker }) => speaker),
    /** @param waiting how many announcements wait for a zone */
    views: (waiting: (zone: string) => number): LoudspeakerView[] =>
      site().zones.flatMap(({ code: zone }) =>
        outputsOf(zone).map(({ kind, at, speaker, lastError }) => {
          const state = speaker.state()
          const fault = state.ready ? 'ready' : state.reason
          return { zone, kind, at, state: fault === 'no-answer' ? 'offline' : fault, waiting: waiting(zone), lastError }
        }),
      ),
    /** Whether the zone's log ends with this call: it was spoken, and a stop of the hub came before that was recorded. */
    hasSaid: async (call: { zone: string; at: number; label: string; call: number }): Promise<boolean> =>
      (await records.get(call.zone)?.hasSaid(call)) ?? false,
    /** The sound of a browser's announcement, while it is kept. */
    sound: (id: string): Buffer | undefined => {
      for (const wav of sounds.values()) {
        const found = wav(id)
        if (found) return found
      }
      return undefined
    },
  }
}

/** Of a PC that cannot lend anything here. */
const absentSpeaker = (name: string): Speaker => ({
  name,
  state: () => ({ ready: false, reason: 'offline' }),
  play: () => Promise.reject(new SpeakerError(name, 'offline')),
  async [Symbol.asyncDispose]() {},
})
