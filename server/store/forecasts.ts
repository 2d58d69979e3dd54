import { and, between, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** R7.3: every estimate and promise given, with how it came out. Instants are epoch ms of the hall's clock. */
export const forecastTable = sqliteTable(
  'forecast',
  {
    ticket: text().notNull(),
    leg: integer().notNull(),
    day: text().notNull(),
    agency: text().notNull(),
    service: text().notNull(),
    givenAt: integer('given_at').notNull(),
    /** The range as shown; null where nothing could be said. */
    fromAt: integer('from_at'),
    toAt: integer('to_at'),
    /** R6.2; null where no promise was in force. */
    promise: text({ enum: ['green', 'amber'] }),
    closesAt: integer('closes_at'),
    calledAt: integer('called_at'),
    endedAt: integer('ended_at'),
    /** The state in which the leg ended; null until then. */
    outcome: text(),
  },
  (table) => [primaryKey({ columns: [table.ticket, table.leg] }), index('forecast_day').on(table.day, table.agency)],
)
export type ForecastRow = typeof forecastTable.$inferSelect

/** What was told to somebody. */
export type GivenForecast = Omit<ForecastRow, 'calledAt' | 'endedAt' | 'outcome'>

/**
 * How a leg came out: its first call, or its end. `given-back`: its holder did not come, went behind others or had to
 * come back, and with that gave back whatever of it had not come out yet.
 */
export type SettledForecast = Pick<ForecastRow, 'ticket' | 'leg'> &
  ({ readonly calledAt: number } | { readonly endedAt: number; readonly outcome: string })

/** One agency: ranges given to people who were called, those called inside them; green promises that ended, those kept. */
export interface AgencyAccuracy {
  readonly agency: string
  readonly given: number
  readonly right: number
  readonly green: number
  readonly kept: number
}

export type Forecasts = {
  /** In order, all or nothing; what is there already stays as it is. */
  keep(given: readonly GivenForecast[], settled: readonly SettledForecast[]): void
  /** Days as 2026-07-14, both inside; an agency without any forecast is absent. */
  accuracy(from: string, to: string): AgencyAccuracy[]
  /** Forgets the days before this one. */
  prune(before: string): void
}

/** Forecasts over an open database that has `forecastTable`. Synchronous, like the driver below it. */
export function openForecasts<Schema extends Record<string, unknown>>(db: BetterSQLite3Database<Schema>): Forecasts {
  const { placeholder } = sql
  const insert = db
    .insert(forecastTable)
    .values({
      ticket: placeholder('ticket'),
      leg: placeholder('leg'),
      day: placeholder('day'),
      agency: placeholder('agency'),
      service: placeholder('service'),
      givenAt: placeholder('givenAt'),
      fromAt: placeholder('fromAt'),
      toAt: placeholder('toAt'),
      promise: placeholder('promise'),
      closesAt: placeholder('closesAt'),
    })
    .onConflictDoNothing()
    .prepare()
  const isOpen = and(
    eq(forecastTable.ticket, placeholder('ticket')),
    eq(forecastTable.leg, placeholder('leg')),
    isNull(forecastTable.outcome),
  )
  const call = db
    .update(forecastTable)
    .set({ calledAt: sql`${placeholder('calledAt')}` })
    .where(and(isOpen, isNull(forecastTable.calledAt)))
    .prepare()
  const end = db
    .update(forecastTable)
    .set({ endedAt: sql`${placeholder('endedAt')}`, outcome: sql`${placeholder('outcome')}` })
    .where(isOpen)
    .prepare()
  const counted = (condition: ReturnType<typeof and>) => sql<number>`count(case when ${condition} then 1 end)`
  const { fromAt, toAt, calledAt, promise, outcome, endedAt, closesAt, day, agency } = forecastTable
  const wasCalled = and(isNotNull(fromAt), isNotNull(calledAt))
  const isServed = and(isNotNull(calledAt), or(eq(outcome, 'done'), eq(outcome, 'transferred')))
  // Who left or did not come says nothing about the promise; who was still in line at the end of the day does.
  const isGreen = and(eq(promise, 'green'), or(isServed, eq(outcome, 'expired')))
  return {
    keep: (given, settled) =>
      db.transaction(() => {
        for (const one of given) insert.run(one)
        for (const one of settled) ('calledAt' in one ? call : end).run(one)
      }),
    accuracy: (from, to) =>
      db
        .select({
          agency,
          given: counted(wasCalled),
          right: counted(and(wasCalled, sql`${calledAt} between ${fromAt} and ${toAt}`)),
          green: counted(isGreen),
          kept: counted(and(isGreen, isServed, sql`${endedAt} <= ${closesAt}`)),
        })
        .from(forecastTable)
        .where(between(day, from, to))
        .groupBy(agency)
        .all(),
    prune: (before) => void db.delete(forecastTable).where(lt(day, before)).run(),
  }
}
