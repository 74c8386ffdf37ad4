/** A QR code as one path in module units; `size` counts the quiet zone of four modules on each side. */
export interface QrImage {
  size: number;
  path: string;
}

interface Props {
  image: QrImage;
  /** Words for who cannot see it. */
  label: string;
}

/** Black on white whatever the colours of the page: a camera has to read it. */
export const QrCode = ({ image: { size, path }, label }: Props) => (
  <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
    <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
    <path fill="#000" d={path} />
  </svg>
);

/** The same as a file of its own. Anything but drawing commands is left out of the path. */
export const qrSvg = ({ size, path }: QrImage): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path.replaceAll(/[^\w .,-]/g, '')}"/></svg>`;
