import { element, xmlHead } from '../../open-xml/xml.ts';

/** The colours of our own deck: those of the window in its light theme. */
const scheme: readonly (readonly [name: string, colour: string])[] = [
  ['dk1', '14181F'],
  ['lt1', 'FFFFFF'],
  ['dk2', '1F5FAE'],
  ['lt2', 'F3F4F6'],
  ['accent1', '2A6FBB'],
  ['accent2', 'C2570C'],
  ['accent3', '0F8069'],
  ['accent4', '8B3F8F'],
  ['accent5', '926D00'],
  ['accent6', '3F4C5E'],
  ['hlink', '1F5FAE'],
  ['folHlink', '8B3F8F'],
];

const font = (name: string) =>
  element(name, {}, '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>');
const themeFill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const themeLine = (width: number) =>
  `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${themeFill}<a:prstDash val="solid"/></a:ln>`;

/** Writes a theme: colours, fonts, and the plain styles that every theme must have. */
export function themeXml(name: string): string {
  return (
    xmlHead +
    element(
      'a:theme',
      { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main', name },
      element(
        'a:themeElements',
        {},
        element(
          'a:clrScheme',
          { name },
          ...scheme.map(([place, val]) => element(`a:${place}`, {}, element('a:srgbClr', { val }))),
        ),
        element('a:fontScheme', { name }, font('a:majorFont'), font('a:minorFont')),
        element(
          'a:fmtScheme',
          { name },
          element('a:fillStyleLst', {}, themeFill, themeFill, themeFill),
          element('a:lnStyleLst', {}, themeLine(6350), themeLine(12_700), themeLine(19_050)),
          element(
            'a:effectStyleLst',
            {},
            ...new Array<string>(3).fill('<a:effectStyle><a:effectLst/></a:effectStyle>'),
          ),
          element('a:bgFillStyleLst', {}, themeFill, themeFill, themeFill),
        ),
      ),
      '<a:objectDefaults/><a:extraClrSchemeLst/>',
    )
  );
}
