package nl.respijt.agenda;

import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.respijt.agenda.AgendaAntwoord.Gelezen;
import nl.respijt.agenda.AgendaAntwoord.Keuze;

/**
 * Reads an answer that a stranger's program mailed. Looks at four properties of the one event and at nothing else: a
 * rule in it is never unrolled (one of a second from 1970 keeps a library busy for as long as it likes), a zone never
 * built. Who is asked to organize is not looked at either: Exchange leaves it out.
 */
@Singleton
public final class AntwoordLezer {
    /** Ours are of one kilobyte; with a program's own zone table a few. */
    public static final int HOOGSTENS_BYTES = 64 * 1024;

    private static final int DIEPST = 8;
    private static final Pattern STEMPEL = Pattern.compile("\\d{8}T\\d{6}Z?");
    private static final Pattern VOLGNUMMER = Pattern.compile("\\d{1,9}");
    private static final String MAILTO = "mailto:";

    private final AgendaInstelling instelling;

    AntwoordLezer(AgendaInstelling instelling) {
        this.instelling = instelling;
    }

    public AgendaAntwoord lees(byte[] kalender) {
        return kalender.length > HOOGSTENS_BYTES
                ? new AgendaAntwoord.TeGroot()
                : lees(regels(new String(kalender, StandardCharsets.UTF_8)));
    }

    private AgendaAntwoord lees(List<String> regels) {
        var open = new ArrayDeque<String>();
        var methode = "";
        var items = 0;
        var item = new HashMap<String, List<Regel>>();
        for (var tekst : regels) {
            var gelezen = Regel.van(tekst);
            if (gelezen.isEmpty()) {
                return new AgendaAntwoord.Onleesbaar();
            }
            var regel = gelezen.get();
            switch (regel.naam()) {
                case "BEGIN" -> {
                    open.addLast(regel.waarde().toUpperCase(Locale.ROOT));
                    if (open.size() > DIEPST || !open.getFirst().equals("VCALENDAR")) {
                        return new AgendaAntwoord.Onleesbaar();
                    }
                    items += isItem(open) ? 1 : 0;
                }
                case "END" -> {
                    if (!regel.waarde().toUpperCase(Locale.ROOT).equals(open.pollLast())) {
                        return new AgendaAntwoord.Onleesbaar();
                    }
                }
                case "METHOD" -> methode = open.size() == 1 ? regel.waarde().toUpperCase(Locale.ROOT) : methode;
                default -> {
                    if (isItem(open)) {
                        item.computeIfAbsent(regel.naam(), _ -> new ArrayList<>())
                                .add(regel);
                    }
                }
            }
        }
        if (!open.isEmpty() || items == 0) {
            return new AgendaAntwoord.Onleesbaar();
        }
        if (!methode.equals("REPLY")) {
            return new AgendaAntwoord.GeenAntwoord();
        }
        return items > 1 ? new AgendaAntwoord.MeerDanEen() : antwoord(item);
    }

    private static boolean isItem(ArrayDeque<String> open) {
        return open.size() == 2 && open.getLast().equals("VEVENT");
    }

    private AgendaAntwoord antwoord(Map<String, List<Regel>> item) {
        var uid = enige(item, "UID").map(Regel::waarde);
        var genodigde = enige(item, "ATTENDEE");
        var keuze = genodigde.flatMap(regel -> Keuze.van(regel.parameter("PARTSTAT")));
        var adres = genodigde.flatMap(regel -> adres(regel.waarde()));
        var stempel = enige(item, "DTSTAMP")
                .map(Regel::waarde)
                .filter(waarde -> STEMPEL.matcher(waarde).matches());
        // Without one it is that of an invitation that never changed (RFC 5545 3.8.7.4).
        var volgnummer = item.containsKey("SEQUENCE") ? enige(item, "SEQUENCE").map(Regel::waarde) : Optional.of("0");
        if (uid.isEmpty()
                || keuze.isEmpty()
                || adres.isEmpty()
                || stempel.isEmpty()
                || volgnummer
                        .filter(getal -> VOLGNUMMER.matcher(getal).matches())
                        .isEmpty()) {
            return new AgendaAntwoord.Onleesbaar();
        }
        return new Gelezen(
                instelling.vanUid(uid.get()),
                Integer.parseInt(volgnummer.get()),
                adres.get(),
                keuze.get(),
                stempel.get());
    }

    private static Optional<Regel> enige(Map<String, List<Regel>> item, String naam) {
        return Optional.ofNullable(item.get(naam))
                .filter(regels -> regels.size() == 1)
                .map(List::getFirst);
    }

    private static Optional<String> adres(String waarde) {
        if (!waarde.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
            return Optional.empty();
        }
        try {
            // A plus stands for itself here, which it does not in a form.
            var adres = waarde.substring(MAILTO.length()).strip().replace("+", "%2B");
            return Optional.of(URLDecoder.decode(adres, StandardCharsets.UTF_8)).filter(tekst -> !tekst.isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a percent sign with nothing behind it
        }
    }

    /** Unfolded (RFC 5545 3.1), with CRLF or with what a program made of that. */
    private static List<String> regels(String tekst) {
        var heel = tekst.startsWith("\uFEFF") ? tekst.substring(1) : tekst;
        return heel.replace("\r\n", "\n")
                .replace("\n ", "")
                .replace("\n\t", "")
                .lines()
                .filter(regel -> !regel.isBlank())
                .toList();
    }

    /** One content line: a name, parameters, and a value. */
    private record Regel(String naam, Map<String, String> parameters, String waarde) {
        String parameter(String naam) {
            return parameters.getOrDefault(naam, "");
        }

        /** Empty when it is not one. */
        static Optional<Regel> van(String tekst) {
            var delen = new ArrayList<String>();
            var begin = 0;
            var aangehaald = false;
            for (var i = 0; i < tekst.length(); i++) {
                var teken = tekst.charAt(i);
                if (teken == '"') {
                    aangehaald = !aangehaald;
                } else if (!aangehaald && (teken == ';' || teken == ':')) {
                    delen.add(tekst.substring(begin, i));
                    begin = i + 1;
                    if (teken == ':') {
                        return Optional.of(new Regel(
                                delen.getFirst().strip().toUpperCase(Locale.ROOT),
                                parameters(delen.subList(1, delen.size())),
                                tekst.substring(begin).strip()));
                    }
                }
            }
            return Optional.empty();
        }

        /** Of one that stands twice the first counts. */
        private static Map<String, String> parameters(List<String> delen) {
            var parameters = new HashMap<String, String>();
            for (var deel : delen) {
                var is = deel.indexOf('=');
                if (is > 0) {
                    parameters.putIfAbsent(
                            deel.substring(0, is).strip().toUpperCase(Locale.ROOT),
                            deel.substring(is + 1).replace("\"", "").strip());
                }
            }
            return parameters;
        }
    }
}
