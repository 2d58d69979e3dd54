import type { Text } from '../contract/site.ts'
import type { Said } from '../contract/sound.ts'
import type { NoticeEnd } from './notice.ts'

interface BoardPorts {
  readonly now: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly onShown: (zone: string) => void
}

/** What stands on a zone's displays. */
export interface Shown {
  readonly id: string
  readonly isAlarm: boolean
  readonly text: Text
}

type Ends = Map<string, NoticeEnd | null>
type Post = Omit<Said, 'zones' | 'isShown'> & { readonly ends: Ends; shownUntil: number; isWithdrawn: boolean }

/** Time to read it, also for who looks up late; in ms of the hall's clock. An alarm stands until somebody takes it away. */
const readingMs = 30_000
const afterwardsMs = 10_000
const postsKept = 20

/** The announcements that somebody asked for: what became of each, and how long the displays show it. */
export function createSaidBoard({ now, sleep, onShown }: BoardPorts) {
  const posts: Post[] = []
  const closing = new AbortController()

  const isOpen = ({ ends }: Post): boolean => [...ends.values()].includes(null)
  const isShown = (post: Post): boolean =>
    post.kind !== 'test' && !post.isWithdrawn && (post.kind === 'evacuation' || isOpen(post) || now() < post.shownUntil)

  const read = (post: Post): Said => {
    const { id, at, kind, text, ends } = post
    const zones = [...ends].map(([zone, end]) => ({ zone, ...(end ?? { state: 'waiting' as const, reason: null }) }))
    return { id, at, kind, text, isShown: isShown(post), zones }
  }
  const tell = (post: Post): void => {
    for (const zone of post.ends.keys()) onShown(zone)
  }
  const tellWhenOver = (post: Post): void =>
    void sleep(Math.max(0, post.shownUntil - now()), closing.signal).then(
      () => tell(post),
      () => undefined,
    )
  const find = (id: string): Post | undefined => posts.find((post) => post.id === id)

  return {
    add: ({ zones, ...said }: Omit<Said, 'zones' | 'isShown'> & { zones: readonly string[] }): Said => {
      const ends: Ends = new Map(zones.map((zone) => [zone, null]))
      const post = { ...said, ends, shownUntil: now() + readingMs, isWithdrawn: false }
      posts.unshift(post)
      posts.splice(postsKept)
      tell(post)
      return read(post)
    },
    settle: (id: string, zone: string, end: NoticeEnd): void => {
      const post = find(id)
      if (!post) return
      post.ends.set(zone, end)
      post.shownUntil = Math.max(post.shownUntil, now() + afterwardsMs)
      if (!isOpen(post)) tellWhenOver(post)
    },
    withdraw: (id: string): Said | null => {
      const post = find(id)
      if (!post) return null
      post.isWithdrawn = true
      tell(post)
      return read(post)
    },
    isWithdrawn: (id: string): boolean => find(id)?.isWithdrawn ?? true,
    read: (id: string): Said | null => {
      const post = find(id)
      return post ? read(post) : null
    },
    list: (): Said[] => posts.map(read),
    /** The latest; an alarm before the others. */
    shownIn: (zone: string): Shown | null => {
      const here = posts.filter((post) => post.ends.has(zone) && isShown(post))
      const post = here.find(({ kind }) => kind === 'evacuation') ?? here[0]
      return post ? { id: post.id, isAlarm: post.kind === 'evacuation', text: post.text } : null
    },
    close: (): void => closing.abort(),
  }
}
