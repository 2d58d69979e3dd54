import type { StillScene } from '../../ui-kit/standstill/words.ts'
import { StatusShape } from '../../ui-kit/status.tsx'

/** The whole building stands still, or its day is over: no number can be taken here, and why. */
export function BuildingStill({ scene }: { scene: StillScene }) {
  return (
    <div className="gone" role="alert">
      <StatusShape state={scene.kind === 'closed' ? 'closed' : 'held'} />
      <h1>{scene.title}</h1>
      {scene.reason && <p className="gone-place">{scene.reason}</p>}
      {scene.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}
