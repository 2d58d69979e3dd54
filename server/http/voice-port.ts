import type { TakeAnswer, TakeWish, VoiceAnswer, VoicePack, VoicesAnswer } from '../contract/voice.ts'

/** The packs of recorded words, as the building needs them; null = there is no such pack or word. */
export interface VoiceOffice {
  list(): Promise<Omit<VoicesAnswer, 'mayInstall'>>
  create(title: string): Promise<VoicePack>
  read(code: string): Promise<VoiceAnswer | null>
  /** False where it is the building's voice: it stays. */
  remove(code: string): Promise<boolean | null>
  record(code: string, take: TakeWish): Promise<TakeAnswer | 'no-voice' | 'no-word'>
  /** The WAV of a clip; `key` as `id/dua`. */
  clip(code: string, key: string): Promise<Buffer | null>
  removeClip(code: string, key: string): Promise<true | null>
  /** A call as this pack says it, as WAV. */
  sample(code: string, language: 'id' | 'en'): Promise<Buffer | null>
  /** The whole pack as a tar file. */
  archive(code: string): Promise<Buffer | null>
}
