/** Two soft struck tones, a fourth falling: D5 and A4. Hz. */
const tones = [
  { pitch: 587.33, startsAt: 0 },
  { pitch: 440, startsAt: 0.34 },
] as const
/** How long the whole chime rings, in seconds. */
const lengthSeconds = 0.9
const loudness = 0.32

/** The hall's chime, from the phone's own loudspeaker. */
export function playChime(audio: AudioContext): void {
  for (const { pitch, startsAt } of tones) {
    const begins = audio.currentTime + startsAt
    const ends = audio.currentTime + lengthSeconds
    const tone = audio.createOscillator()
    const level = audio.createGain()
    tone.type = 'sine'
    tone.frequency.value = pitch
    level.gain.setValueAtTime(0.0001, begins)
    level.gain.exponentialRampToValueAtTime(loudness, begins + 0.02)
    level.gain.exponentialRampToValueAtTime(0.0001, ends)
    tone.connect(level).connect(audio.destination)
    tone.start(begins)
    tone.stop(ends)
  }
}
