import { createHmac } from 'node:crypto'

export interface VisitorMarkPorts {
  readonly store: {
    readAll(): Promise<readonly { day: string; secret: string }[]>
    replace(day: string, secret: string): Promise<void>
  }
  /** The open service day. */
  readonly day: () => string
  /** Long and unguessable. */
  readonly newSecret: () => string
  readonly log: { error(data: object, sentence: string): void }
}

/** R6.1: who holds a number, as the journal may keep it. */
export type VisitorMark = (visitor: string | undefined) => string | null

/**
 * What a phone or an outside system calls its visitor, mixed with a secret of the service day. The secret is kept beside
 * the journal and forgotten with its day: afterwards nobody, with the whole journal and every telephone number there is
 * in hand, can tell who came.
 */
export async function openVisitorMarks({ store, day, newSecret, log }: VisitorMarkPorts): Promise<VisitorMark> {
  const secrets = new Map((await store.readAll()).map((row) => [row.day, row.secret]))
  const secretOf = (today: string): string => {
    const known = secrets.get(today)
    if (known) return known
    const secret = newSecret()
    secrets.clear()
    secrets.set(today, secret)
    // One that is lost with a stop of the hub makes new marks: at worst somebody holds two numbers that day.
    void store.replace(today, secret).catch((error) => log.error({ err: error }, 'a secret of the day was not kept'))
    return secret
  }
  return (visitor) =>
    visitor === undefined
      ? null
      : createHmac('sha256', secretOf(day())).update(visitor).digest('base64url').slice(0, 22)
}
