import { createRoot } from 'react-dom/client'
import '../ui-kit/kit.css'
import { PairPage } from '../ui-kit/device/device-pages.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<PairPage />)
