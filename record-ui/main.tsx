import { createRoot } from 'react-dom/client'
import '../ui-kit/kit.css'
import './record.css'
import { RecordPage } from './record-page.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<RecordPage />)
