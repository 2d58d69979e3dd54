import { createRoot } from 'react-dom/client'
import '../ui-kit/kit.css'
import './hall.css'
import './layouts.css'
import './takeover.css'
import './still.css'
import './announcement.css'
import { DeviceGate } from '../ui-kit/device/device-gate.tsx'
import { HallPage } from './hall-page.tsx'
import { readLayout, readLocale } from './words.ts'

const asked = new URLSearchParams(location.search)
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <DeviceGate screen="display" place={asked.get('zone')}>
      {(zone) => (
        <HallPage
          key={zone}
          zone={zone ?? ''}
          locale={readLocale(asked)}
          sound={asked.get('sound') === '1'}
          layout={readLayout(asked)}
        />
      )}
    </DeviceGate>,
  )
}
