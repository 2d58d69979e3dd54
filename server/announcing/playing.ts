import type { Announcement, PaceClock, Speaker } from '../../drivers/speakers/speaker.ts'

export type PlayOptions = {
  clock: PaceClock
  closing: AbortSignal
  /** Speakers that have not come back from an earlier announcement: they are passed over until they do. */
  stuck: WeakSet<Speaker>
  warn?: ((details: object, message: string) => void) | undefined
}

/** How much longer than its sound a speaker may take, in real ms: a lost device does not follow the hall's clock. */
const marginMs = 3000

/** How long a speaker may take to stop when the hub closes, in real ms. */
const closingMs = 1000

/** Plays on all speakers at once, each once; `played` when at least one that is heard has played it whole. Never rejects. */
export async function playEverywhere(
  announcement: Announcement,
  speakers: readonly Speaker[],
  options: PlayOptions,
): Promise<'played' | 'no-speaker' | 'speaker-failed'> {
  const results = await Promise.all(speakers.map((speaker) => playInTime(announcement, speaker, options)))
  const heard = results.filter((_result, index) => !speakers[index]?.isRecord)
  if (heard.length === 0) return 'no-speaker'
  return heard.includes(true) ? 'played' : 'speaker-failed'
}

async function playInTime(announcement: Announcement, speaker: Speaker, options: PlayOptions): Promise<boolean> {
  const { clock, closing, stuck, warn } = options
  if (stuck.has(speaker) || closing.aborted) return false
  const stop = new AbortController()
  const done = new AbortController()
  const abort = () => stop.abort(closing.reason)
  closing.addEventListener('abort', abort, { once: true })
  const complain = (error: unknown) => {
    if (!closing.aborted) warn?.({ error, speaker: speaker.name, label: announcement.label }, 'a speaker did not play')
    return false
  }
  stuck.add(speaker)
  const playing = start(speaker, announcement, stop.signal)
    .then(() => true, complain)
    .finally(() => stuck.delete(speaker))
  const late = clock
    .sleep(announcement.durationMs, stop.signal)
    .catch(() => undefined)
    .then(() => wait(closing.aborted ? closingMs : marginMs, done.signal))
    .then(() => (done.signal.aborted ? false : complain(new Error('no answer in time'))))
  try {
    return await Promise.race([playing, late])
  } finally {
    closing.removeEventListener('abort', abort)
    done.abort()
    stop.abort(new Error('the time of the announcement is over'))
  }
}

/** A speaker that throws where it should reject is one that rejects. */
const start = async (speaker: Speaker, announcement: Announcement, signal: AbortSignal) => {
  await speaker.play(announcement, signal)
}

/** Waits in real time; an abort ends it early. */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    signal.addEventListener('abort', end, { once: true })
  })
}
