import { createRoot } from 'react-dom/client'
import { DeviceGate } from '../ui-kit/device/device-gate.tsx'
import { App } from './app.tsx'
import { BeginAgain } from './begin-again.tsx'
import '../ui-kit/kit.css'
import './styles/frame.css'
import './styles/welcome.css'
import './styles/lists.css'
import './styles/service.css'
import './styles/priority.css'
import './styles/ticket.css'
import './styles/booking.css'
import './styles/other-day.css'
import './styles/sheets.css'
import './styles/contrast.css'
import './styles/large.css'
import './styles/low.css'
import './styles/wide.css'
import './styles/mixed.css'

const place = document.getElementById('kiosk')
const device = new URLSearchParams(window.location.search).get('device')
if (place) {
  createRoot(place).render(
    <BeginAgain>
      <DeviceGate screen="kiosk" place={device}>
        {(kiosk) => <App key={kiosk} device={kiosk} />}
      </DeviceGate>
    </BeginAgain>,
  )
}
