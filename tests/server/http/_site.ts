import { entryOf, type SiteChange } from '../../../server/contract/site-change.ts'
import type { ChangeAnswer, HistoryAnswer, PlanWire, SiteAnswer } from '../../../server/contract/site-wire.ts'
import type { HttpAnswer } from '../../_client.ts'
import type { Caller } from './_document.ts'

export interface Refused {
  readonly refusal?: { readonly name: string; readonly next?: Readonly<Record<string, unknown>> }
  readonly error?: {
    readonly name: string
    readonly fields?: readonly { path: string; rule: string; code?: string; line?: number; column?: number }[]
  }
}
type Entry = Readonly<Record<string, unknown>>

/** The building as one person changes it, by operationId. */
export function siteDesk(call: Caller, token: string) {
  const read = async () => (await call<SiteAnswer>('getSite', { token })).body
  const change = (changes: readonly SiteChange[], more: object = {}, key?: string) =>
    call<ChangeAnswer & Refused>('changeSite', { token, body: { changes, ...more }, ...(key ? { key } : {}) })
  return {
    read,
    change,
    /** A change of one entry as it is now; `null` takes it away. */
    edit: async (kind: SiteChange['kind'], code: string, parts: Entry | null): Promise<SiteChange> => {
      const before = entryOf((await read()).site, { kind, code })
      const after = parts === null ? null : { ...(before as object | null), ...parts }
      return { kind, code, before, after: kind === 'site' ? (parts?.[code] ?? null) : after }
    },
    undo: (seq: number, body: object = {}) =>
      call<{ version: number } & Refused>('undoSiteChange', { token, params: { seq }, body }),
    history: async () => (await call<HistoryAnswer>('siteHistory', { token })).body.entries,
    plans: async () => (await call<{ plans: PlanWire[] }>('listPlans', { token })).body.plans,
  }
}

export const named = ({ status, body }: HttpAnswer<Refused>): string =>
  body.refusal?.name ?? body.error?.name ?? String(status)
