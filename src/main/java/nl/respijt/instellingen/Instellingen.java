package nl.respijt.instellingen;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator set; a bean. {@link #lees} is how the service gets it; a test starts from
 * {@code lees(List.of("--port", "…"), Map.of(…))} with only what its claim is about.
 *
 * @param baseUrl where people reach the service, without a slash at the end
 * @param databank a real server; without it the embedded one in {@code data}
 * @param smtp the relay; always there in production
 * @param imap the mailbox in which answers of calendar programs arrive; without it nobody is asked for one
 * @param afzender the address mail comes from
 * @param sleutelbestand the keys of encrypted columns; in demo mode it may not exist yet
 * @param gemeenteBestand the facts of the gemeente; without it the ones in the jar
 * @param zaken where the gemeente keeps its zaken; without it nothing is told there
 * @param bewaartermijnen how long kinds of personal data are kept, where that differs: by RESPIJT_BEWAAR_&lt;SOORT&gt;
 */
public record Instellingen(
        boolean demo,
        int poort,
        Path data,
        URI baseUrl,
        Optional<Databank> databank,
        Optional<Smtp> smtp,
        Optional<Imap> imap,
        String afzender,
        Path sleutelbestand,
        String telefoon,
        Optional<Oidc> oidc,
        Optional<Path> gemeenteBestand,
        Optional<Zaken> zaken,
        Map<String, String> bewaartermijnen) {

    /** A PostgreSQL server of the operator's own; with an owner of the tables, the service's user owns nothing. */
    public record Databank(String url, Inlog dienst, Optional<Inlog> eigenaar) {}

    /** The relay that takes our mail; without a user it asks for none. */
    public record Smtp(String host, int poort, Optional<Inlog> inlog) {}

    /**
     * A mailbox that we read.
     *
     * @param tls encrypted from the first byte on port 993, and with STARTTLS on any other
     * @param antwoordAdres the address of the mailbox; what is sent to it with a plus and more arrives there too
     */
    public record Imap(String host, int poort, boolean tls, Inlog inlog, String antwoordAdres) {}

    /** A name and its secret. */
    public record Inlog(String gebruiker, Geheim wachtwoord) {}

    /**
     * Where staff sign in.
     *
     * @param audience whom an access token for the API must be meant for
     * @param acr the levels of sign-in that count as two steps; without any, {@code amr} tells
     * @param beheerder the subject that is beheerder without anybody having said so: the first one
     */
    public record Oidc(
            String issuer,
            String clientId,
            Geheim clientSecret,
            String audience,
            List<String> acr,
            Optional<String> beheerder) {
        public Oidc {
            acr = List.copyOf(acr);
        }
    }

    /**
     * The Zaken API of the gemeente, and its words for ours.
     *
     * @param url up to and with its version, without a slash at the end
     * @param secret shared with the API: what every call is signed with
     * @param rsin whose zaken these are
     * @param statustypen by step of ours; a step that is not here is not told
     */
    public record Zaken(
            URI url,
            String clientId,
            Geheim secret,
            String rsin,
            URI zaaktype,
            URI roltype,
            Map<String, URI> statustypen) {
        public Zaken {
            statustypen = Map.copyOf(statustypen);
        }
    }

    /** @throws StartFout naming everything that is missing or wrong, in one line */
    public static Instellingen lees(Iterable<String> argumenten, Map<String, String> omgeving) {
        return new InstellingenLezer(omgeving).lees(argumenten);
    }
}
