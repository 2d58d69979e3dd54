import type { StillScene } from '../ui-kit/standstill/words.ts'
import { StatusShape } from '../ui-kit/status.tsx'
import { Weave } from '../ui-kit/weave.tsx'

/** The whole building stands still: one calm sentence over the hall, under its clock. */
export function StillField({ scene }: { scene: StillScene }) {
  return (
    <section className="still" role="status">
      <Weave width={1920} height={44} className="still-edge" />
      <div className="still-words">
        <StatusShape state={scene.kind === 'closed' ? 'closed' : 'held'} />
        <div>
          {scene.reason && <p className="still-reason">{scene.reason}</p>}
          <h2>{scene.title}</h2>
          {scene.lines.map((line) => (
            <p key={line} className="still-line">
              {line}
            </p>
          ))}
        </div>
      </div>
      <Weave width={1920} height={44} className="still-edge" />
    </section>
  )
}
