import type { IncomingMessage } from 'node:http'
import type { MediaAnswer, MediaFile, PlaylistItem } from '../contract/site-media.ts'

/** A file that came in: its name on the shelf, or that no display could show it. */
export type ReceivedMedia =
  | { readonly name: string; readonly sha256: string }
  | { readonly name: null; readonly sha256: string }

/** The one shelf of the house for what displays show between the calls. */
export interface MediaShelf {
  readonly folder: string
  readonly limits: MediaAnswer['bytesAtMost']
  list(): Promise<MediaFile[]>
  receive(request: IncomingMessage): Promise<ReceivedMedia>
  call(name: string, title: string): Promise<void>
  find(name: string): Promise<MediaFile | null>
  remove(name: string): Promise<void>
  failing(playlist: readonly PlaylistItem[]): Promise<MediaAnswer['failing']>
}
