package nl.respijt.poort;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import nl.respijt.web.LogPad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request: method, path, status, milliseconds, bytes. Enough to see what happens, and nothing of who: no
 * address, no name, no question behind the path, no key in it ({@link LogPad}). It has no number that is also on the
 * answer: an answer to who may not see something would differ from that to what does not exist.
 */
final class Toegangslog {
    private static final Logger LOG = LoggerFactory.getLogger("toegangslog");
    private static final Set<String> METHODEN =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private Toegangslog() {}

    /** The line of one request, filled as its answer goes out. */
    static final class Regel {
        private final String methode;
        private final String adres;
        private final long begin = System.nanoTime();
        private int status;
        private long bytes;

        private Regel(String methode, String adres) {
            this.methode = methode;
            this.adres = adres;
        }

        static Regel van(HttpRequest verzoek) {
            return new Regel(verzoek.method().name(), verzoek.uri());
        }

        /** Nobody ever got to say what they wanted. */
        static Regel zonderVerzoek() {
            return new Regel("-", "/");
        }

        boolean isApi() {
            return adres.startsWith("/api/");
        }

        void antwoord(HttpResponse antwoord) {
            status = antwoord.status().code();
        }

        void inhoud(int aantal) {
            bytes += aantal;
        }

        void schrijf() {
            if (LOG.isInfoEnabled()) {
                LOG.info(
                        "{} {} {} {}ms {}b",
                        METHODEN.contains(methode) ? methode : "-",
                        LogPad.veilig(adres),
                        status,
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin),
                        bytes);
            }
        }
    }
}
