import { useEffect, useState } from 'react'
import { type PreviewSlipBody, type SlipPreviewAnswer, SlipTemplateSchema } from '../../server/contract/site-slip.ts'
import { isRefused } from '../../ui-kit/api.ts'
import { useConsole } from '../console/console-context.ts'

const afterTypingMs = 300

/** `stale`: the last picture, while the next one is made; `broken`: the form cannot be drawn as it is. */
export type Picture =
  | { readonly state: 'none' | 'failed' | 'broken'; readonly answer: SlipPreviewAnswer | null }
  | { readonly state: 'fresh' | 'stale'; readonly answer: SlipPreviewAnswer }

/** The slip as the hub draws it from its bytes, asked for a moment after the last stroke. */
export function useSlipPicture(body: PreviewSlipBody): Picture {
  const { api, version } = useConsole()
  const [known, setKnown] = useState<{ asked: string; answer: SlipPreviewAnswer | null; failed: boolean } | null>(null)
  const isSound = body.slip === null || SlipTemplateSchema.safeParse(body.slip).success
  const asked = JSON.stringify({ ...body, version })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked says all that matters
  useEffect(() => {
    if (!isSound) return
    let isOver = false
    const keep = (answer: SlipPreviewAnswer | null) => {
      if (isOver) return
      setKnown((before) => ({ asked, answer: answer ?? before?.answer ?? null, failed: answer === null }))
    }
    const timer = setTimeout(() => {
      api
        .command<SlipPreviewAnswer>('/api/slips/preview', body)
        .then((answer) => keep(isRefused(answer) ? null : answer))
        .catch(() => keep(null))
    }, afterTypingMs)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [api, asked, isSound])
  const answer = known?.answer ?? null
  if (!isSound) return { state: 'broken', answer }
  if (known?.asked === asked && known.failed) return { state: 'failed', answer }
  if (!answer) return { state: 'none', answer }
  return { state: known?.asked === asked ? 'fresh' : 'stale', answer }
}
