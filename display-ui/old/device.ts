import '../device-main.tsx'
import './old.css'
