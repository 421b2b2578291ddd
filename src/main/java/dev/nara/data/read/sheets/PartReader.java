package dev.nara.data.read.sheets;

import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the XML elements of one part of a workbook in order. Document types and external entities are not supported. */
final class PartReader implements AutoCloseable {
    /** The byte order mark of UTF-8, as Latin-1 characters. */
    private static final String MARK = "\u00EF\u00BB\u00BF";

    private static final XMLInputFactory FACTORY = factory();

    private final DataFile part;
    private final InputStream bytes;
    private final XMLStreamReader xml;

    PartReader(DataFile part) throws DataException {
        this.part = part;
        InputStream opened = null;
        try {
            opened = part.bytes();
            xml = FACTORY.createXMLStreamReader(characters(opened));
            bytes = opened;
        } catch (IOException | XMLStreamException e) {
            close(opened);
            throw broken(e);
        }
    }

    /** Decodes UTF-8 or UTF-16 here, because Java's XML reader would print a message about invalid bytes. */
    private static Reader characters(InputStream bytes) throws IOException {
        PushbackInputStream in = new PushbackInputStream(bytes, MARK.length());
        byte[] first = in.readNBytes(MARK.length());
        String mark = new String(first, StandardCharsets.ISO_8859_1);
        if (!mark.equals(MARK)) {
            in.unread(first);
        }
        boolean wide = mark.startsWith("\u00FE\u00FF") || mark.startsWith("\u00FF\u00FE");
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        return new InputStreamReader(in, charset.newDecoder());
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Goes to the next start or end of an element; false after the last. */
    boolean next() throws DataException {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(e);
        }
    }

    /** Whether the reader is at the start of an element with this name. */
    boolean begins(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    /** Whether the reader is at the end of an element with this name. */
    boolean ends(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /** An attribute of the current element, in any namespace; "" if it is missing. */
    String attribute(String name) {
        for (int a = 0; a < xml.getAttributeCount(); a++) {
            if (xml.getAttributeLocalName(a).equals(name)) {
                return xml.getAttributeValue(a);
            }
        }
        return "";
    }

    /** The text of the current element, of at most this many characters; goes to the end of the element. */
    String text(int most) throws DataException {
        StringBuilder text = new StringBuilder();
        try {
            for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    throw new XMLStreamException("an element within a text");
                }
                if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                    text.append(xml.getText());
                }
                if (text.length() > most) {
                    throw new DataException(
                            part.shown(), Text.of("data.xlsx.large"), Text.of("data.xlsx.large.remedy"));
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(e);
        }
        return text.toString();
    }

    private DataException broken(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            Throwable within = cause instanceof XMLStreamException xmlCause ? xmlCause.getNestedException() : cause;
            if (within instanceof IOException io && !(io instanceof CharacterCodingException)) {
                return part.unreadable(io);
            }
        }
        return new DataException(part.shown(), Text.of("data.xlsx.broken"), Text.of("data.xlsx.broken.remedy"));
    }

    @Override
    public void close() {
        close(bytes);
    }

    private static void close(@Nullable InputStream stream) {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (IOException e) {
            // Everything needed has been read.
        }
    }
}
