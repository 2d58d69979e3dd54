import { builtInKeypads } from '../contract/keypad.ts'
import { type Draft, listIn, member, textIn } from './draft.ts'
import { type Finding, say } from './mistake.ts'

/** Pads that two have the name of, and counters and kiosks whose pad is not there or is one for the other use. */
export function findKeypadMistakes(draft: Draft): readonly Finding[] {
  const own = listIn(member(draft.root, 'site'), 'keypads')
  const useOf = new Map([
    ...builtInKeypads.map(({ code, use }) => [code, use] as const),
    ...own.map((pad) => [textIn(pad, 'code') ?? '', textIn(pad, 'use') ?? ''] as const),
  ])
  const places = [
    { kind: 'counters', part: 'keypad', use: 'counter' },
    { kind: 'kiosks', part: 'pad', use: 'kiosk' },
  ] as const
  return [
    ...findTwins(own),
    ...places.flatMap(({ kind, part, use }) =>
      (draft.list(kind) ?? []).flatMap(({ value, path }): Finding[] => {
        const code = textIn(value, part)
        if (code === undefined || useOf.get(code) === use) return []
        const message =
          use === 'counter'
            ? say(`Papan tombol loket "${code}" tidak ada`, `There is no pad "${code}" for counters`)
            : say(`Papan raba kios "${code}" tidak ada`, `There is no tactile pad "${code}" for kiosks`)
        return [{ rule: 'unknown-reference', path: [...path, part], message }]
      }),
    ),
  ]
}

function findTwins(own: readonly unknown[]): Finding[] {
  const codes = own.map((pad) => textIn(pad, 'code'))
  return codes.flatMap((code, index): Finding[] =>
    code === undefined || codes.indexOf(code) === index
      ? []
      : [
          {
            rule: 'repeated-name',
            path: ['site', 'keypads', index, 'code'],
            message: say(`Papan tombol "${code}" sudah ada`, `There is a pad "${code}" already`),
          },
        ],
  )
}
