import { type SitePackage, SitePackageSchema } from '../contract/site.ts'
import { codeAt, draftOf } from './draft.ts'
import { type JsonReading, lineFinder, offsetOf, readJson, type SyntaxProblem } from './json-places.ts'
import { findKeypadMistakes } from './keypad-checks.ts'
import { type Finding, type Mistake, type PartMistake, say, writePath } from './mistake.ts'
import { findPlanMistakes } from './plan-checks.ts'
import { findReferenceMistakes } from './reference-checks.ts'
import { findScheduleMistakes } from './schedule-checks.ts'
import { findServiceMistakes } from './service-checks.ts'
import { findShapeMistakes } from './shape.ts'
import { findSlipMistakes } from './slip-checks.ts'
import { findSoundMistakes } from './sound-checks.ts'
import { findTextMistakes } from './text-checks.ts'

const bytesAtMost = 5 * 1024 * 1024

export type SiteReading = { site: SitePackage } | { mistakes: readonly Mistake[] }

/**
 * Reads a site package from its text. Never throws.
 * A text that is no JSON or is over 5 MB has one mistake; any other gets all of its mistakes at once, in the order of the text.
 */
export function readSitePackage(text: string): SiteReading {
  if (Buffer.byteLength(text) > bytesAtMost) {
    return { mistakes: [wholeFile('too-large', say('Berkas lebih dari 5 MB', 'The file is over 5 MB'))] }
  }
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (plain.trim() === '') return { mistakes: [wholeFile('empty', say('Berkas kosong', 'The file is empty'))] }
  const reading = readJson(plain)
  const lineOf = lineFinder(plain)
  if ('problem' in reading) {
    const message = explain(reading.problem)
    return { mistakes: [{ rule: 'syntax', path: '', ...lineOf(reading.problem.at), message }] }
  }
  const { findings, site } = findMistakes(reading)
  if (findings.length === 0 && site) return { site }
  const placed = findings.map((finding) => ({ finding, at: finding.at ?? offsetOf(reading.root, finding.path) }))
  placed.sort((a, b) => a.at - b.at)
  return {
    mistakes: placed.map(({ finding: { rule, path, message }, at }) => {
      const code = codeAt(reading.root.value, path)
      return { rule, path: writePath(path), ...lineOf(at), ...(code === undefined ? {} : { code }), message }
    }),
  }
}

function findMistakes({ root, repeatedKeys }: Exclude<JsonReading, { problem: unknown }>): Judgement {
  const repeated = repeatedKeys.map(({ path, at }) => ({
    rule: 'repeated-part',
    path,
    at,
    message: say(`Bagian "${path.at(-1)}" tertulis dua kali`, `"${path.at(-1)}" is written twice`),
  }))
  const { findings, site } = judgeSite(root.value)
  return { findings: [...repeated, ...findings], site }
}

/** `site`: with every default filled in, where the form of everything is right. */
interface Judgement {
  readonly findings: readonly (Finding & { at?: number })[]
  readonly site: SitePackage | undefined
}

function judgeSite(value: unknown): Judgement {
  const parsed = SitePackageSchema.safeParse(value)
  const shape = findShapeMistakes(parsed.error?.issues ?? [], value)
  // What is wrong in its form is said once, not again by the checks that look further.
  const told = new Set(shape.map(({ path }) => writePath(path)))
  const draft = draftOf(value)
  const checks = [
    findReferenceMistakes,
    findScheduleMistakes,
    findServiceMistakes,
    findPlanMistakes,
    findSlipMistakes,
    findSoundMistakes,
    findTextMistakes,
    findKeypadMistakes,
  ]
  const across = checks.flatMap((find) => find(draft)).filter(({ path }) => !told.has(writePath(path)))
  return { findings: [...shape, ...across], site: parsed.data }
}

/** A package that is not read from a text: all of its mistakes, or the package with every default filled in. */
export function checkSite(value: unknown): { site: SitePackage } | { mistakes: readonly PartMistake[] } {
  const { findings, site } = judgeSite(value)
  if (findings.length === 0 && site) return { site }
  return {
    mistakes: findings.map(({ rule, path, message }) => {
      const code = codeAt(value, path)
      return { rule, path: writePath(path), ...(code === undefined ? {} : { code }), message }
    }),
  }
}

function wholeFile(rule: string, message: Mistake['message']): Mistake {
  return { rule, path: '', line: 1, column: 1, message }
}

function explain(problem: SyntaxProblem): Mistake['message'] {
  switch (problem.kind) {
    case 'bad-string':
      return say(
        'Teks dalam tanda petik tidak ditutup atau berisi tanda yang tidak boleh',
        'A quoted text is not closed or holds a character that it may not hold',
      )
    case 'too-deep':
      return say('Terlalu banyak lapisan kurung', 'Too many levels of brackets')
    case 'unfinished':
      return say(
        `Berkas terputus, seharusnya ada ${problem.wanted}`,
        `The file ends where ${problem.wanted} should follow`,
      )
    case 'unexpected':
      return problem.wanted === ''
        ? say(`"${problem.found}" sesudah akhir isi`, `"${problem.found}" after the end of the content`)
        : say(
            `"${problem.found}" tidak pada tempatnya, seharusnya ${problem.wanted}`,
            `"${problem.found}" is out of place, ${problem.wanted} should stand here`,
          )
  }
}
