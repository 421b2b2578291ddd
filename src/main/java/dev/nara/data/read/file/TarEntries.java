package dev.nara.data.read.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The regular files of a tar archive (ustar, with the long names of GNU and POSIX.1-2001), packed or not. Reading a file starts at the
 * beginning of the archive, so one that is late in a large compressed archive takes time.
 */
final class TarEntries implements Archive {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 1 << 16;

    private final Path path;
    private @Nullable Map<String, Place> index;

    TarEntries(Path path) {
        this.path = path;
    }

    private record Place(long start, long size) {}

    @Override
    public List<String> names() throws IOException {
        return List.copyOf(index().keySet());
    }

    @Override
    public long size(String name) throws IOException {
        Place place = index().get(name);
        return place == null ? 0 : place.size();
    }

    @Override
    public InputStream bytes(String name, ByteCounter counter) throws IOException {
        Place place = index().get(name);
        if (place == null) {
            throw Archive.missing(path, name);
        }
        InputStream all = unpacked(counter);
        try {
            all.skipNBytes(place.start());
            return new Part(all, place.size());
        } catch (IOException e) {
            all.close();
            throw e;
        }
    }

    private InputStream unpacked(ByteCounter counter) throws IOException {
        counter.expect(Files.size(path));
        return Unpacking.of(
                new BufferedInputStream(counter.counted(Files.newInputStream(path), true), 1 << 16), counter);
    }

    private Map<String, Place> index() throws IOException {
        Map<String, Place> known = index;
        if (known == null) {
            try (InputStream in = unpacked(new ByteCounter())) {
                known = places(in);
            }
            index = known;
        }
        return known;
    }

    private static Map<String, Place> places(InputStream in) throws IOException {
        Map<String, Place> places = new LinkedHashMap<>();
        String longName = "";
        long at = 0;
        while (places.size() <= MOST) {
            byte[] header = in.readNBytes(BLOCK);
            at += BLOCK;
            if (header.length < BLOCK || header[0] == 0) {
                break;
            }
            long size = number(header, 124, 12);
            char type = (char) (header[156] & 0xFF);
            if (type == 'L' || type == 'x') {
                String content = text(in.readNBytes((int) Math.min(size, LONGEST_NAME)));
                longName = type == 'L' ? content.replaceFirst("\0.*", "") : posixName(content, longName);
                in.skipNBytes(padded(size) - Math.min(size, LONGEST_NAME));
            } else {
                if (type == '0' || type == 0 || type == '7') {
                    // A file that was added again comes after its older version.
                    places.put(longName.isEmpty() ? name(header) : longName, new Place(at, size));
                }
                longName = "";
                in.skipNBytes(padded(size));
            }
            at += padded(size);
        }
        return places;
    }

    private static long padded(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    /** Octal digits, or a big-endian number if the first bit is set. */
    private static long number(byte[] header, int from, int length) throws ZipException {
        long number = 0;
        boolean binary = (header[from] & 0x80) != 0;
        for (int i = from; i < from + length; i++) {
            int b = header[i] & (binary && i == from ? 0x7F : 0xFF);
            if (binary) {
                number = (number << 8) | b;
            } else if (b >= '0' && b <= '7') {
                number = (number << 3) | (b - '0');
            } else if (b != ' ' && b != 0) {
                throw new ZipException("size");
            }
        }
        if (number < 0 || number > Long.MAX_VALUE / 2) {
            throw new ZipException("size");
        }
        return number;
    }

    private static String name(byte[] header) {
        String name = cut(header, 0, 100);
        String prefix = header[257 + 5] == 0 ? cut(header, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String cut(byte[] header, int from, int most) {
        int end = from;
        while (end < from + most && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The path among the lines {@code LENGTH KEY=VALUE} of an extended header. */
    private static String posixName(String lines, String otherwise) {
        for (String line : lines.split("\n", -1)) {
            int key = line.indexOf(" path=");
            if (key > 0) {
                return line.substring(key + " path=".length());
            }
        }
        return otherwise;
    }

    /** A stream limited to a number of bytes. */
    private static final class Part extends FilterInputStream {
        private long left;

        Part(InputStream in, long size) {
            super(in);
            left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = left == 0 ? -1 : in.read(buffer, offset, (int) Math.min(left, length));
            left -= Math.max(0, count);
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
