import { Component, type ReactNode } from 'react'
import { forgetJourney } from './kept-journey.ts'

const waitMs = 3_000

/** A fault in drawing must not leave a dark kiosk: the journey is forgotten and the page loaded anew. */
export class BeginAgain extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override componentDidCatch() {
    forgetJourney()
    setTimeout(() => window.location.reload(), waitMs)
  }
  override render() {
    return this.state.failed ? null : this.props.children
  }
}
