package nl.respijt.agenda;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.net.URI;

/** An address as a picture for a phone's camera, without style, so that it passes any content security policy. */
public final class QrCode {
    private static final int RAND = 4;

    private QrCode() {}

    /** @param titel what a screen reader says of it */
    public static String svg(URI url, String titel) {
        var blokjes = blokjes(url);
        var maat = blokjes.getWidth() + 2 * RAND;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" shape-rendering="crispEdges">\
                <title>%2$s</title><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path fill="#000" d="%3$s"/></svg>""".formatted(maat, ontsnap(titel), pad(blokjes));
    }

    private static ByteMatrix blokjes(URI url) {
        try {
            return Encoder.encode(url.toASCIIString(), ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException fout) {
            throw new IllegalArgumentException(
                    "too long for a QR code: " + url.toASCIIString().length(), fout);
        }
    }

    /** Each run of dark modules is one bar. */
    private static String pad(ByteMatrix blokjes) {
        var uit = new StringBuilder();
        for (var y = 0; y < blokjes.getHeight(); y++) {
            for (var x = 0; x < blokjes.getWidth(); ) {
                var begin = x;
                while (x < blokjes.getWidth() && blokjes.get(x, y) == 1) {
                    x++;
                }
                if (x > begin) {
                    uit.append("M%d %dh%dv1h-%dz".formatted(begin + RAND, y + RAND, x - begin, x - begin));
                } else {
                    x++;
                }
            }
        }
        return uit.toString();
    }

    private static String ontsnap(String tekst) {
        return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
