package nl.respijt.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final Pattern MAAT = Pattern.compile("viewBox=\"0 0 (\\d+) ");
    private static final Pattern BALK = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int PIXELS = 4;

    @Test
    void a_camera_reads_the_address() throws Exception {
        var url = "https://respijt.example/agenda/" + "aB3_-".repeat(8) + "xyz.ics";

        assertThat(lees(QrCode.svg(URI.create(url), "Adres van je rooster"))).isEqualTo(url);
    }

    @Test
    void the_picture_brings_no_style_and_no_markup_of_others() {
        var svg = QrCode.svg(URI.create("https://respijt.example/"), "<script>&");

        assertThat(svg).contains("<title>&lt;script&gt;&amp;</title>").doesNotContain("style", "<script");
    }

    private static String lees(String svg) throws Exception {
        var maat = MAAT.matcher(svg);
        assertThat(maat.find()).isTrue();
        var zijde = Integer.parseInt(maat.group(1)) * PIXELS;
        var pixels = new int[zijde * zijde];
        Arrays.fill(pixels, 0xffffff);
        var balken = BALK.matcher(svg);
        while (balken.find()) {
            var x = Integer.parseInt(balken.group(1)) * PIXELS;
            var y = Integer.parseInt(balken.group(2)) * PIXELS;
            for (var rij = y; rij < y + PIXELS; rij++) {
                Arrays.fill(pixels, rij * zijde + x, rij * zijde + x + Integer.parseInt(balken.group(3)) * PIXELS, 0);
            }
        }
        var beeld = new RGBLuminanceSource(zijde, zijde, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new GlobalHistogramBinarizer(beeld)))
                .getText();
    }
}
