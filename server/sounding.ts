import type { Voice } from '../drivers/voices/voice.ts'
import { announceCalls, followSpeech, isStillCalled } from './announcing/announce-calls.ts'
import { announceClosing } from './announcing/announce-closing.ts'
import { announceNotices } from './announcing/announce-notices.ts'
import { createAnnouncementMaker, createNoticeMaker } from './announcing/announcement.ts'
import { createArbiter } from './announcing/arbiter.ts'
import { createPauses } from './announcing/pauses.ts'
import type { SentenceOptions } from './announcing/sentence.ts'
import { createSoundOffice } from './announcing/sound-office.ts'
import { soundRulesOf } from './announcing/sound-rules.ts'
import type { HallEvent } from './contract/hall.ts'
import { type Browsers, openLoudspeakers } from './devices/loudspeakers.ts'
import type { DevicePorts } from './devices/ports.ts'
import { catalogueOfHall, type LiveHall } from './hall.ts'
import type { Store } from './store/store.ts'

export interface SoundingOptions {
  readonly hall: LiveHall
  readonly store: Pick<Store, 'announcements' | 'soundPauses'>
  readonly voice: Voice
  readonly devices: DevicePorts
  readonly browsers: Browsers
  /** R6.1 holds: in the demo nothing closes by the clock. */
  readonly isInForce: () => boolean
  readonly log: { error(data: object, sentence: string): void; warn(data: object, sentence: string): void }
}

const isReconfigured = ({ type }: HallEvent): boolean => type === 'reconfigured'

/** Everything of a hall that speaks: its loudspeakers, the one who gives them their turns, and who asks for what. */
export async function openSounding({ hall, store, voice, devices, browsers, isInForce, log }: SoundingOptions) {
  const { clock, closing, newId, site } = devices
  const warn = (details: object, sentence: string) => log.warn(details, sentence)
  const loudspeakers = await openLoudspeakers(devices, browsers)
  const spoken = followSpeech(hall)
  // A changed building is spoken of as it is now.
  const wording: SentenceOptions = {
    get reading() {
      return site().site.numberReading
    },
    get counterNaming() {
      return site().site.counterNaming
    },
  }
  const pauses = createPauses({ clock, log: store.soundPauses, onEnd: () => arbiter.wake(), warn })
  closing.defer(pauses.close)
  const rules = soundRulesOf(hall, { now: clock.now, pauses })
  let tellShown = (_zone: string) => {}
  const arbiter = closing.use(
    createArbiter({
      make: createAnnouncementMaker(voice, wording),
      makeNotice: createNoticeMaker(voice),
      speakers: loudspeakers.ofZone,
      clock,
      isStillCalled: (call) => isStillCalled(hall, call),
      announcements: store.announcements,
      rules,
      onFate: spoken.settle,
      warn,
    }),
  )
  const office = createSoundOffice({
    catalogue: () => catalogueOfHall(hall),
    now: clock.now,
    sleep: clock.sleep,
    newId,
    arbiter,
    rules,
    pauses,
    loudspeakers: loudspeakers.views,
    fates: store.announcements.list,
    onShown: (zone) => tellShown(zone),
  })
  closing.defer(office.close)
  await pauses.open()
  const followZones = () =>
    loudspeakers
      .follow()
      .catch((error) => log.error({ err: error }, 'the loudspeakers of a new zone could not be opened'))
  closing.defer(hall.subscribe((events) => void (events.some(isReconfigured) && followZones())))
  closing.defer(await announceCalls(arbiter, hall, loudspeakers.hasSaid))
  closing.defer(announceNotices(arbiter, hall))
  closing.defer(announceClosing(arbiter, { hall, now: clock.now, isInForce }))
  return {
    office,
    /** Every loudspeaker of the building, for the device console. */
    views: () => loudspeakers.views(office.waitingIn),
    /** The sound of a browser's announcement, while it is kept. */
    sound: loudspeakers.sound,
    stateOf: spoken.stateOf,
    tellWhenSettled: spoken.tellWhenSettled,
    tellWhenShown: (listener: (zone: string) => void): void => {
      tellShown = listener
    },
  }
}
