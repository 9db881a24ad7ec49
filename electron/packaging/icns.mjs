/** The kinds of pictures in a macOS icon, by their pixels; those for doubled screens have names of their own. */
const kinds = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];
const headBytes = 8;

/** Puts pictures of several sizes into one macOS icon. */
export function encodeIcns(pictures) {
  const parts = kinds.flatMap(([kind, size]) => {
    const picture = pictures.find((one) => one.size === size);
    return picture === undefined ? [] : [block(kind, picture.png)];
  });
  return block('icns', Buffer.concat(parts));
}

function block(kind, content) {
  const head = Buffer.alloc(headBytes);
  head.write(kind, 0, 'latin1');
  head.writeUInt32BE(headBytes + content.length, 4);
  return Buffer.concat([head, content]);
}
