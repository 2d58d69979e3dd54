import { createRoot } from 'react-dom/client'
import '../ui-kit/kit.css'
import './bar.css'
import './desk.css'
import './field.css'
import './needs.css'
import './acts.css'
import './line.css'
import './combo.css'
import './dialog.css'
import './sign-in.css'
import './alerts/alerts.css'
import { DeviceGate } from '../ui-kit/device/device-gate.tsx'
import { CounterPage } from './counter-page.tsx'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <DeviceGate screen="counter" place={null}>
      {() => <CounterPage />}
    </DeviceGate>,
  )
}
