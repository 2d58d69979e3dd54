import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** The very answer of the hub, given to the servers that are measured beside it: equal bytes for all. */
export const answerOfTheHub = (): object => JSON.parse(process.env.ANSWER ?? '{}') as object

/** One durable row a call: SQLite in WAL mode with synchronous=FULL, as the hub has it. */
export function openCommits(): (text: string) => void {
  const folder = process.env.DATA_DIR ?? '.'
  mkdirSync(folder, { recursive: true })
  const database = new Database(join(folder, 'rows.sqlite'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('create table if not exists row (id integer primary key, text text not null)')
  const insert = database.prepare('insert into row (text) values (?)')
  return (text) => void insert.run(text)
}

/** Connections stay open as long as the hub's. */
export function sayAddress(server: Server): void {
  server.keepAliveTimeout = 65_000
  const { port } = server.address() as AddressInfo
  process.stdout.write(`http://127.0.0.1:${port}\n`)
}
