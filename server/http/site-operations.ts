import { z } from 'zod'
import type { Role } from '../contract/hall.ts'
import { SitePackageSchema } from '../contract/site.ts'
import type { SiteChange } from '../contract/site-change.ts'
import * as wire from '../contract/site-wire.ts'
import { catalogueOfHall } from '../hall.ts'
import { instantWriter } from '../readings/instants.ts'
import { readReadiness } from '../readings/readiness.ts'
import { problem } from './answers.ts'
import { type Call, type Operation, operation, type Reply } from './operation.ts'
import type { Conflict, HistoryEntry, Judged, Plan, SiteAsker, SiteMistake } from './site-port.ts'

const changers: readonly Role[] = ['agency-admin', 'manager']
const readers: readonly Role[] = ['agency-admin', 'supervisor', 'manager', 'operator', 'auditor']
const keepers: readonly Role[] = ['supervisor', 'manager', 'auditor']

const askerOf = ({ actor, key, fingerprint }: Call): SiteAsker => ({ actor, key, fingerprint })
const writerOf = ({ stage }: Call) => instantWriter(catalogueOfHall(stage.hall).site.site.timeZone)

function worded<Done>(call: Call, judged: Judged<Done>, word: (done: Done) => object): Reply {
  if ('done' in judged) return { json: word(judged.done) }
  if ('mismatch' in judged) return judged
  if ('mistakes' in judged) return { answered: problem(400, 'bad-site', judged.mistakes.map(fieldOf)) }
  if ('refusal' in judged) {
    const { at, ...next } = judged.refusal.next ?? {}
    const told = typeof at === 'number' ? { ...next, at: writerOf(call)(at) } : next
    return { outcome: { refusal: { refused: judged.refusal.refused, ...(judged.refusal.next ? { next: told } : {}) } } }
  }
  return { outcome: 'forbidden' in judged ? judged : { unknown: judged.unknown } }
}

const fieldOf = ({ path, message, ...rest }: SiteMistake) => ({ path, message: message.en, text: message, ...rest })

const writeConflict = (call: Call, { at, ...rest }: Conflict) => ({ ...rest, at: writerOf(call)(at) })
const writeEntry = (call: Call, { at, ...rest }: HistoryEntry) => ({ ...rest, at: writerOf(call)(at) })
const writePlan = (call: Call, { createdAt, ...rest }: Plan) => ({ ...rest, createdAt: writerOf(call)(createdAt) })

/** The wire's changes are JSON, and so are the building's entries. */
const changesIn = (changes: readonly z.infer<typeof wire.SiteChangeWire>[]): readonly SiteChange[] => changes

const numberOr = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : Number(text)

const HistoryQuery = z.object({
  limit: z
    .string()
    .regex(/^([1-9]\d?|1\d\d|200)$/, 'must be 1 to 200')
    .optional(),
  before: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, 'must be a journal number')
    .optional(),
})

/** Changing the building without a restart: what there is, what would come of a change, the change, and its history. */
export const siteOperations: readonly Operation[] = [
  {
    id: 'getSite',
    method: 'get',
    path: '/api/site',
    summary: 'The building as it is, its version, and what of it this person may change.',
    access: readers,
    answer: wire.SiteAnswer,
    run: ({ stage, actor }) => ({
      json: {
        version: stage.hall.told.siteVersion,
        site: catalogueOfHall(stage.hall).site,
        editable: {
          all: actor.role === 'manager',
          agency: actor.role === 'agency-admin' ? (actor.agency ?? null) : null,
        },
      },
    }),
  },
  operation({
    id: 'previewSite',
    method: 'post',
    path: '/api/site/preview',
    summary:
      'What changes would do: mistakes, whom they touch today, what differs, and what others have changed meanwhile.',
    access: changers,
    largeBody: true,
    body: wire.PreviewBody,
    answer: wire.PreviewAnswer,
    run: async (call) => {
      const { changes, effective } = call.body
      const preview = await call.stage.site.preview(changesIn(changes), effective ?? null, call.actor)
      return { json: { ...preview, conflicts: preview.conflicts.map((one) => writeConflict(call, one)) } }
    },
  }),
  operation({
    id: 'changeSite',
    method: 'post',
    path: '/api/site/changes',
    summary: 'Changes the building, now or on a date; nothing changes when one entry cannot.',
    access: changers,
    largeBody: true,
    keepsAnswer: true,
    body: wire.ChangeBody,
    answer: wire.ChangeAnswer,
    refusals: ['changed-meanwhile', 'people-waiting', 'still-in-use'],
    run: async (call) => {
      const { changes, confirm = false, note = null, effective = null } = call.body
      const wish = { changes: changesIn(changes), confirm, note, effective }
      return worded(call, await call.stage.site.change(wish, askerOf(call)), (done) => done)
    },
  }),
  {
    id: 'siteHistory',
    method: 'get',
    path: '/api/site/history',
    summary: 'Who changed what of the building and when, latest first; an agency sees its own.',
    access: readers,
    query: HistoryQuery,
    answer: wire.HistoryAnswer,
    run: async (call) => {
      const { limit, before } = call.query
      const from = before === undefined ? null : Number(before)
      const entries = await call.stage.site.history(call.actor, numberOr(limit, 50), from)
      return { json: { entries: entries.map((one) => writeEntry(call, one)) } }
    },
  },
  operation({
    id: 'undoSiteChange',
    method: 'post',
    path: '/api/site/history/{seq}/undo',
    summary: 'Takes a change back, where everything that it made still stands.',
    access: changers,
    keepsAnswer: true,
    body: wire.UndoBody,
    answer: wire.VersionAnswer,
    refusals: ['changed-meanwhile', 'people-waiting', 'still-in-use'],
    run: async (call) => {
      const seq = /^[1-9]\d{0,14}$/.test(call.params.seq ?? '') ? Number(call.params.seq) : 0
      const judged = await call.stage.site.undo(seq, call.body?.confirm ?? false, askerOf(call))
      return worded(call, judged, (done) => done)
    },
  }),
  {
    id: 'listPlans',
    method: 'get',
    path: '/api/site/plans',
    summary: 'Changes for a later date, and what became of them.',
    access: readers,
    answer: wire.PlansAnswer,
    run: async (call) => ({
      json: { plans: (await call.stage.site.plans(call.actor)).map((one) => writePlan(call, one)) },
    }),
  },
  {
    id: 'withdrawPlan',
    method: 'delete',
    path: '/api/site/plans/{id}',
    summary: 'Takes back a change for a later date that has not been made yet.',
    access: changers,
    answer: wire.PlanAnswer,
    run: async (call) =>
      worded(call, await call.stage.site.withdraw(call.params.id ?? '', call.actor), (plan) => ({
        plan: writePlan(call, plan),
      })),
  },
  {
    id: 'exportPackage',
    method: 'get',
    path: '/api/site/package',
    summary: 'The whole building as one file.',
    access: keepers,
    answer: SitePackageSchema,
    run: ({ stage, headers }) => {
      const { code } = catalogueOfHall(stage.hall).site.site
      headers.set('Content-Disposition', `attachment; filename="${code}.json"`)
      return { text: stage.site.exportPackage(), type: 'application/json; charset=utf-8' }
    },
  },
  operation({
    id: 'previewPackage',
    method: 'post',
    path: '/api/site/package/preview',
    summary: 'Reads a package, or a year’s holidays: every mistake with its place, or what would change and for whom.',
    access: ['manager'],
    largeBody: true,
    body: wire.PackagePreviewBody,
    answer: wire.PackagePreviewAnswer,
    run: async ({ stage, body }) => ({ json: await stage.site.previewPackage(body.package) }),
  }),
  operation({
    id: 'importPackage',
    method: 'post',
    path: '/api/site/package',
    summary: 'Makes the building what the package says; nothing changes when there is one mistake in it.',
    access: ['manager'],
    largeBody: true,
    keepsAnswer: true,
    body: wire.PackageBody,
    answer: wire.ImportAnswer,
    refusals: ['people-waiting', 'still-in-use'],
    run: async (call) => {
      const judged = await call.stage.site.importPackage(call.body.package, call.body.confirm ?? false, askerOf(call))
      return worded(call, judged, (done) => done)
    },
  }),
  {
    id: 'siteReadiness',
    method: 'get',
    path: '/api/site/readiness',
    summary: 'What each booth still lacks before its first day.',
    access: readers,
    answer: wire.ReadinessAnswer,
    run: ({ stage }) => ({
      json: readReadiness(stage.hall.told, {
        isConnected: stage.site.isConnected,
        isRostered: stage.roster.isRostered,
      }),
    }),
  },
]
