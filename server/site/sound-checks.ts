import { type Draft, listIn, member, textIn } from './draft.ts'
import { type Finding, type Path, say } from './mistake.ts'

/** Announcements with one code, and loudspeakers named twice in a zone: it would sound twice. */
export function findSoundMistakes(draft: Draft): readonly Finding[] {
  const site = member(draft.root, 'site')
  const codes = listIn(site, 'announcements').map((one) => textIn(one, 'code'))
  const outputs = (draft.list('zones') ?? []).flatMap(({ value, path }) => {
    const named = listIn(member(value, 'sound'), 'outputs').map((output) => JSON.stringify(output))
    return repeated(named, [...path, 'sound', 'outputs'])
  })
  return [...repeated(codes, ['site', 'announcements'], 'code'), ...outputs]
}

function repeated(names: readonly (string | undefined)[], path: Path, ...within: string[]): Finding[] {
  return names.flatMap((name, index) => {
    if (name === undefined || names.indexOf(name) === index) return []
    return [
      { rule: 'repeated', path: [...path, index, ...within], message: say('Sudah ada di atas', 'Named above already') },
    ]
  })
}
