import { giveResult, readTask } from './_programs.ts'
import { openCommits } from './_rival.ts'

export interface CommitTask {
  readonly seconds: number
  readonly text: string
}

/** What the disk and SQLite can do: rows committed one after another, each flushed. */
const { seconds, text } = readTask<CommitTask>()
const commit = openCommits()
const startedAt = performance.now()
let rows = 0
while (performance.now() - startedAt < seconds * 1000) {
  commit(text)
  rows++
}
giveResult({ perSecond: rows / ((performance.now() - startedAt) / 1000) })
