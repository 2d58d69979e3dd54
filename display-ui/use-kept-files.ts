import { useEffect, useMemo, useRef, useState } from 'react'

/** A larger file stays with the hub and comes in parts, while it is played. */
const keptBytesAtMost = 64 * 1024 * 1024
const againMs = 60_000

/** How a file is fetched: its address on this screen, and what gives the room back. Rejects when it is not there. */
export type FetchFile = (url: string) => Promise<KeptFile>

/** Into the memory of this browser, so that it stays when the hub is away. */
export const keepInBrowser: FetchFile = async (url) => {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} is not there`)
  if (Number(answer.headers.get('content-length')) > keptBytesAtMost) {
    void answer.body?.cancel()
    return { src: url, release: () => {} }
  }
  const src = URL.createObjectURL(await answer.blob())
  return { src, release: () => URL.revokeObjectURL(src) }
}

interface KeptFile {
  readonly src: string
  readonly release: () => void
}

/** The files of a list that changes: fetched when they are wanted, given up when they are not. `onKept` hears of each change. */
export function createKeptFiles(
  fetchFile: FetchFile,
  onKept: (kept: ReadonlyMap<string, string>) => void,
  onMissing: (url: string) => void,
) {
  const files = new Map<string, KeptFile>()
  const coming = new Set<string>()
  let wanted: ReadonlySet<string> = new Set()
  const show = () => onKept(new Map([...files].map(([url, { src }]) => [url, src])))

  const fetchOne = async (url: string) => {
    coming.add(url)
    try {
      const file = await fetchFile(url)
      if (!wanted.has(url)) return file.release()
      files.set(url, file)
      show()
    } catch {
      if (wanted.has(url)) onMissing(url)
    } finally {
      coming.delete(url)
    }
  }
  const fetchMissing = () => {
    for (const url of wanted) if (!files.has(url) && !coming.has(url)) void fetchOne(url)
  }
  const want = (urls: readonly string[]) => {
    wanted = new Set(urls)
    for (const [url, file] of files) {
      if (wanted.has(url)) continue
      files.delete(url)
      file.release()
    }
    show()
    fetchMissing()
  }
  return { want, fetchMissing, close: () => want([]) }
}

/** The addresses on this screen of the files that are here; what could not be fetched is tried again every minute. */
export function useKeptFiles(
  urls: readonly string[],
  onMissing: (url: string) => void,
  fetchFile: FetchFile = keepInBrowser,
): ReadonlyMap<string, string> {
  const [kept, setKept] = useState<ReadonlyMap<string, string>>(new Map())
  const tell = useRef(onMissing)
  tell.current = onMissing
  const files = useMemo(() => createKeptFiles(fetchFile, setKept, (url) => tell.current(url)), [fetchFile])
  const list = JSON.stringify(urls)
  useEffect(() => files.want(JSON.parse(list) as string[]), [files, list])
  useEffect(() => {
    const timer = setInterval(files.fetchMissing, againMs)
    return () => {
      clearInterval(timer)
      files.close()
    }
  }, [files])
  return kept
}
