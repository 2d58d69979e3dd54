import type { Draft } from './draft.ts'
import { type Finding, type Path, say } from './mistake.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must never reach a printer or a screen
const forbidden = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

/** Words that would reach people or a printer as nothing, or as commands. */
export function findTextMistakes(draft: Draft): readonly Finding[] {
  const findings: Finding[] = []
  const visit = (value: unknown, path: Path) => {
    if (typeof value === 'string') findings.push(...judge(value, path))
    else if (Array.isArray(value)) value.forEach((item, index) => void visit(item, [...path, index]))
    else if (typeof value === 'object' && value !== null)
      for (const [key, member] of Object.entries(value)) visit(member, [...path, key])
  }
  visit(draft.root, [])
  return findings
}

function judge(text: string, path: Path): Finding[] {
  if (forbidden.test(text)) {
    const message = say('Berisi tanda kendali yang tidak tampak', 'Holds an invisible control character')
    return [{ rule: 'control-character', path, message }]
  }
  if (text === '' || text.trim() === text) return []
  const message = say('Ada spasi di awal atau akhir', 'Begins or ends with a blank')
  return [{ rule: 'stray-blank', path, message }]
}
