import { useEffect, useState } from 'react'
import { DemoBanner } from '../demo-banner.tsx'
import { Both } from './both.tsx'
import './device.css'
import { type PairingState, pairScreen, withWishes } from './pairing.ts'

/** The code of this machine, until somebody has approved it; then the page that it was approved for. */
export function PairingPanel() {
  const [state, setState] = useState<PairingState>({ step: 'asking' })
  useEffect(() => pairScreen(setState, (address) => location.assign(withWishes(address, location))), [])
  return (
    <section className="device-pairing">
      <p className="device-code" role="status">
        {state.step === 'code' && <Code code={state.code} />}
        {state.step === 'approved' && <Both say="pair.approved" values={{ name: state.name }} />}
        {state.step === 'asking' && <Both say="pair.asking" />}
      </p>
      <p className="device-how">
        <Both say="pair.how" />
      </p>
      {state.step === 'code' && state.isLost && (
        <p role="alert">
          <Both say="pair.lost" />
        </p>
      )}
      {state.step === 'code' && <DemoBanner demo={state.isDemo} corner />}
    </section>
  )
}

/** Two threes to the eye, six letters to the ear. */
function Code({ code }: { code: string }) {
  return (
    <>
      <b aria-hidden="true">
        {code.slice(0, 3)} {code.slice(3)}
      </b>
      <span className="k-sr">{code.split('').join(' ')}</span>
    </>
  )
}
