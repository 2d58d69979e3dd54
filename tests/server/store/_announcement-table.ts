import type { Database } from 'better-sqlite3'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { announcementTable } from '../../../server/store/announcements.ts'

/** Creates the table as its definition says. */
export function createAnnouncementTable(database: Database): void {
  const { name, columns } = getTableConfig(announcementTable)
  const definitions = columns.map(
    (column) =>
      `${column.name} ${column.getSQLType()}${column.primary ? ' primary key' : ''}${column.notNull ? ' not null' : ''}`,
  )
  database.exec(`create table ${name} (${definitions.join(', ')})`)
}
