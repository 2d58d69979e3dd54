import { ApiError } from '../ui-kit/api.ts'
import type { Door } from './door.ts'
import { readTar } from './tar.ts'
import { base64Of } from './wav.ts'

export interface Imported {
  readonly kept: number
  /** Sounds that the hub cannot use. */
  readonly refused: number
  /** Words that this building does not say. */
  readonly unknown: number
}

/** What the hub takes for one word. */
const wavBytesAtMost = 1024 * 1024

const clipPath = /(?:^|\/)(id|en)\/([a-z0-9-]+)\.wav$/

/**
 * Makes a new pack of an exported one, word by word, each of them checked by the hub. Null when the file is no pack. Throws
 * when the hub goes away on the way; what it has kept until then stays.
 */
export async function importPack(
  door: Door,
  archive: Uint8Array,
  onStep: (left: number) => void,
): Promise<Imported | null> {
  const files = readTar(archive)
  const title = titleIn(files.find(({ path }) => path.endsWith('pack.json'))?.content)
  if (title === null) return null
  const { code } = await door.create(title)
  const needed = new Set((await door.voice(code)).words.map(({ language, clip }) => `${language}/${clip}`))
  const counts = { kept: 0, refused: 0, unknown: 0 }
  const clips = clipsIn(files)
  let left = clips.size
  for (const [key, { language, clip, content }] of clips) {
    onStep(left--)
    if (!needed.has(key)) counts.unknown += 1
    else if (await isTaken(door, code, { language, clip, content })) counts.kept += 1
    else counts.refused += 1
  }
  return counts
}

interface Clip {
  readonly language: 'id' | 'en'
  readonly clip: string
  readonly content: Uint8Array
}

/** The clips of an archive; of one that is there twice the last, as `tar` itself unpacks it. */
function clipsIn(files: ReturnType<typeof readTar>): Map<string, Clip> {
  const clips = new Map<string, Clip>()
  for (const { path, content } of files) {
    const [, language, clip = ''] = clipPath.exec(path) ?? []
    if (language === 'id' || language === 'en') clips.set(`${language}/${clip}`, { language, clip, content })
  }
  return clips
}

async function isTaken(door: Door, code: string, { content, ...word }: Clip): Promise<boolean> {
  if (content.length > wavBytesAtMost) return false
  try {
    return (await door.record(code, { ...word, wav: base64Of(content), fromFile: true })).isKept
  } catch (error) {
    if (error instanceof ApiError && (error.status === 400 || error.status === 413)) return false
    throw error
  }
}

function titleIn(content: Uint8Array | undefined): string | null {
  try {
    const { format, title } = JSON.parse(new TextDecoder().decode(content)) as { format?: unknown; title?: unknown }
    if (format !== 'antrean-voice' || typeof title !== 'string' || /\p{Cc}/u.test(title)) return null
    return title.trim().slice(0, 60) || null
  } catch {
    return null
  }
}
