/**
 * The order of cascade, in every file of styles. It stands in `ui/theme/base.css`, but what is loaded lazily gets files
 * of its own, and one that the page shares with it may be read before that: then its layer would be the first, and
 * whatever the base says of buttons would win over buttons.
 */
export const layerOrder = () => ({
  postcssPlugin: 'layer-order',
  Once(root, { AtRule }) {
    const has = root.some((node) => node.type === 'atrule' && node.name === 'layer')
    if (has) root.prepend(new AtRule({ name: 'layer', params: 'base, controls, parts, screens' }))
  },
})
