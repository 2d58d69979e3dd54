let playing: HTMLAudioElement | undefined

/** Plays a file of the hub; one at a time. Never rejects: what cannot be played is not heard. */
export async function play(file: Promise<Blob>): Promise<void> {
  const sound = await file.catch(() => null)
  if (!sound) return
  const address = URL.createObjectURL(sound)
  playing?.pause()
  const audio = new Audio(address)
  playing = audio
  audio.addEventListener('ended', () => URL.revokeObjectURL(address), { once: true })
  await audio.play().catch(() => undefined)
}
