import type { Writable } from 'node:stream'

/**
 * The process that holds a sound card: the package `speaker` aborts the whole process when there is none, so it runs in no
 * other. It says first whether the package is there, then answers each order, and ends with the hub.
 */
export type SoundOrder = { id: number; device: string; sampleRate: number; samples: Uint8Array }
export type SoundReport = { isInstalled: boolean } | { id: number; isPlayed: boolean }

type Format = { channels: number; bitDepth: number; signed: boolean; sampleRate: number; device: string }
type SpeakerPackage = { default: new (format: Format) => Writable }

/** Named apart, because a machine on which it could not be built has no such package. */
const speakerPackage = 'speaker'

const tell = (report: SoundReport) => void process.send?.(report)

async function serve(): Promise<void> {
  process.on('disconnect', () => process.exit())
  const found = await import(speakerPackage).then(
    (module: SpeakerPackage) => module.default,
    () => null,
  )
  tell({ isInstalled: found !== null })
  if (found) process.on('message', (order: SoundOrder) => play(new found(formatOf(order)), order))
}

const formatOf = ({ sampleRate, device }: SoundOrder): Format => ({
  channels: 1,
  bitDepth: 16,
  signed: true,
  sampleRate,
  device,
})

function play(speaker: Writable, { id, samples }: SoundOrder): void {
  let isAnswered = false
  const answer = (isPlayed: boolean) => {
    if (!isAnswered) tell({ id, isPlayed })
    isAnswered = true
  }
  speaker.on('error', () => answer(false))
  // It closes when the last sample has left the card.
  speaker.on('close', () => answer(true))
  speaker.end(samples)
}

void serve()
