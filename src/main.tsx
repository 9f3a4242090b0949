import './ui/theme/base.css'
import './ui/theme/fonts.css'
import { mount } from './ui/mount.tsx'

const root = document.getElementById('root')
if (root) void mount(root)
