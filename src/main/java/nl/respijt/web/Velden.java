package nl.respijt.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.respijt.tijd.Tijdzone;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody sent, field by field, and gathers every fault instead of stopping at the first. A field that was
 * never asked for is a fault too: a misspelt name must not silently change what happens.
 */
public final class Velden {
    private static final Pattern NIET_IN_PAGINA = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

    /** A plus that stands unescaped in an address or a form arrives as a space. */
    private static final Pattern PLUS_ALS_SPATIE = Pattern.compile("(T[\\d:.]+) (?=\\d{2}:\\d{2}$)");

    private final Map<String, @Nullable Object> waarden;
    private final boolean uitAdres;
    private final Teksten t;
    private final List<Fout> fouten = new ArrayList<>();
    private final Set<String> gelezen = new HashSet<>();
    private final Map<String, Velden> delen = new LinkedHashMap<>();

    private Velden(Map<String, @Nullable Object> waarden, boolean uitAdres, Teksten t) {
        this.waarden = waarden;
        this.uitAdres = uitAdres;
        this.t = t;
    }

    /** A JSON object, already parsed. */
    public static Velden json(Map<String, @Nullable Object> waarden, Teksten t) {
        return new Velden(waarden, false, t);
    }

    /** The fields of an object inside this one; their faults are among these, named with the object before the dot. */
    public Optional<Velden> deel(String veld) {
        return ruw(veld).flatMap(waarde -> {
            if (!(waarde instanceof Map<?, ?> object)) {
                fout(veld, "fout.geen-object");
                return Optional.empty();
            }
            var deel = new Velden(new LinkedHashMap<>(), uitAdres, t);
            object.forEach((naam, inhoud) -> deel.waarden.put(String.valueOf(naam), inhoud));
            delen.put(veld, deel);
            return Optional.of(deel);
        });
    }

    /** Form fields or query parameters; a name that is there twice is a fault. */
    public static Velden tekst(Map<String, List<String>> waarden, Teksten t) {
        var enkele = new LinkedHashMap<String, @Nullable Object>();
        var velden = new Velden(enkele, true, t);
        waarden.forEach((naam, alle) -> {
            if (alle.size() > 1) {
                velden.fout(naam, "fout.dubbel-veld");
            }
            enkele.put(naam, alle.isEmpty() ? "" : alle.getFirst());
        });
        return velden;
    }

    public void fout(String veld, String sleutel, Object... argumenten) {
        fouten.add(new Fout(veld, t.van(sleutel, argumenten)));
    }

    /**
     * A trimmed text of at most {@code max} characters; blank is absent. Control characters are refused, and so is a
     * citizen service number: we have no ground to keep one, whatever field it is typed in.
     */
    public Optional<String> tekst(String veld, int max) {
        return woord(veld, max).flatMap(tekst -> {
            if (Burgerservicenummer.zitIn(tekst)) {
                fout(veld, "fout.bsn");
                return Optional.empty();
            }
            return Optional.of(tekst);
        });
    }

    /** A name: a text, or in JSON an object that says {@code naam}. */
    public Optional<String> naam(String veld, int max) {
        if (waarden.get(veld) instanceof Map<?, ?> object && object.get("naam") instanceof String naam) {
            waarden.put(veld, naam);
        }
        return tekst(veld, max);
    }

    /** As {@link #tekst}, from a field of several lines; the lines become one. */
    public Optional<String> alinea(String veld, int max) {
        if (waarden.get(veld) instanceof String regels) {
            waarden.put(veld, regels.replaceAll("\\R", " "));
        }
        return tekst(veld, max);
    }

    /** As {@link #alinea}, and the lines stay as they were typed. */
    public Optional<String> regels(String veld, int max) {
        if (!(waarden.get(veld) instanceof String getypt)) {
            return tekst(veld, max);
        }
        var goed = alinea(veld, max).isPresent();
        waarden.put(veld, getypt);
        return goed ? Optional.of(getypt.strip().replaceAll("\\R", "\n")) : Optional.empty();
    }

    /** A phone number as it was typed: a text in which nine digits mean nothing else. */
    public Optional<String> nummer(String veld, int max) {
        return woord(veld, max);
    }

    /** Any text; what has a form of its own (an id, a date, a word of a list) is judged by that form. */
    private Optional<String> woord(String veld, int max) {
        return ruw(veld).flatMap(waarde -> {
            if (!(waarde instanceof String tekst)) {
                fout(veld, "fout.geen-tekst");
                return Optional.empty();
            }
            var schoon = tekst.strip();
            if (schoon.codePointCount(0, schoon.length()) > max) {
                fout(veld, "fout.te-lang", max);
                return Optional.empty();
            }
            if (schoon.chars().anyMatch(Velden::onzichtbaar) || !goedeTekens(schoon)) {
                fout(veld, "fout.vreemd-teken");
                return Optional.empty();
            }
            return schoon.isEmpty() ? Optional.empty() : Optional.of(schoon);
        });
    }

    public String verplicht(String veld, int max, String sleutelAlsLeeg) {
        var eerder = fouten.size();
        var tekst = tekst(veld, max);
        if (tekst.isEmpty() && fouten.size() == eerder) {
            fout(veld, sleutelAlsLeeg);
        }
        return tekst.orElse("");
    }

    public Optional<UUID> uuid(String veld) {
        return woord(veld, 100).flatMap(tekst -> {
            var id = Invoer.uuid(tekst);
            if (id.isEmpty()) {
                fout(veld, "fout.geen-id");
            }
            return id;
        });
    }

    /** What was typed, to show it again; without judging it, but for signs that cannot stand in a page. */
    public String zoals(String veld) {
        return ruw(veld)
                .map(waarde -> NIET_IN_PAGINA.matcher(waarde.toString()).replaceAll("\uFFFD"))
                .orElse("");
    }

    /** Everything as it was typed, to show a refused form again. */
    public Map<String, String> zoalsGetypt() {
        var getypt = new LinkedHashMap<String, String>();
        waarden.keySet().forEach(veld -> getypt.put(veld, zoals(veld)));
        return getypt;
    }

    /** Whether nothing was given for this field. */
    public boolean isLeeg(String veld) {
        return ruw(veld).filter(waarde -> !waarde.toString().isBlank()).isEmpty();
    }

    public Optional<Integer> getal(String veld, int min, int max) {
        return ruw(veld).flatMap(waarde -> {
            var getal = heel(waarde);
            if (getal.isEmpty() || getal.get() < min || getal.get() > max) {
                if (!(waarde instanceof String tekst && tekst.isBlank())) {
                    fout(veld, "fout.geen-getal", min, max);
                }
                return Optional.empty();
            }
            return Optional.of(getal.get().intValue());
        });
    }

    private static Optional<Long> heel(Object waarde) {
        if (waarde instanceof Integer || waarde instanceof Long) {
            return Optional.of(((Number) waarde).longValue());
        }
        if (waarde instanceof String tekst && tekst.strip().matches("-?[0-9]{1,9}")) {
            return Optional.of(Long.valueOf(tekst.strip()));
        }
        return Optional.empty();
    }

    /** Yes or no: a JSON boolean, or the words of a form. */
    public Optional<Boolean> jaNee(String veld) {
        return ruw(veld).flatMap(waarde -> switch (waarde) {
            case Boolean b -> Optional.of(b);
            case String s when s.equals("true") || s.equals("ja") -> Optional.of(true);
            case String s when s.equals("false") || s.equals("nee") -> Optional.of(false);
            case String s when s.isBlank() -> Optional.empty();
            default -> {
                fout(veld, "fout.geen-ja-nee");
                yield Optional.empty();
            }
        });
    }

    public Optional<LocalDate> datum(String veld) {
        return woord(veld, 40).flatMap(tekst -> {
            try {
                var datum = LocalDate.parse(tekst);
                if (datum.getYear() < 2000 || datum.getYear() > 2200) {
                    fout(veld, "fout.geen-datum");
                    return Optional.empty();
                }
                return Optional.of(datum);
            } catch (DateTimeParseException e) {
                fout(veld, "fout.geen-datum");
                return Optional.empty();
            }
        });
    }

    /** A time with its offset, RFC 3339. */
    public Optional<OffsetDateTime> tijdstip(String veld) {
        return tijdstip(veld, OffsetDateTime::parse);
    }

    /** The same, or what a date-and-time field of a browser sends, which is local time. */
    public Optional<OffsetDateTime> tijdstipOfLokaal(String veld) {
        return tijdstip(veld, tekst -> {
            var gelezen = DateTimeFormatter.ISO_DATE_TIME.parseBest(tekst, OffsetDateTime::from, LocalDateTime::from);
            return gelezen instanceof LocalDateTime lokaal
                    ? lokaal.atZone(Tijdzone.AMSTERDAM).toOffsetDateTime()
                    : OffsetDateTime.from(gelezen);
        });
    }

    private Optional<OffsetDateTime> tijdstip(String veld, Function<String, OffsetDateTime> lees) {
        return woord(veld, 40).flatMap(tekst -> {
            try {
                var tijdstip =
                        lees.apply(uitAdres ? PLUS_ALS_SPATIE.matcher(tekst).replaceFirst("$1+") : tekst);
                if (tijdstip.getYear() < 2000 || tijdstip.getYear() > 2200) {
                    fout(veld, "fout.geen-tijdstip");
                    return Optional.empty();
                }
                return Optional.of(tijdstip);
            } catch (DateTimeParseException e) {
                fout(veld, "fout.geen-tijdstip");
                return Optional.empty();
            }
        });
    }

    /** From {@code van}, which is inside, to {@code tot}, which is not. */
    public record Periode(Instant van, Instant tot) {}

    /** The fields van and tot, each a date (the day of tot counts) or a time with its offset. */
    public Periode periode(Instant standaardVan, Duration standaardDuur) {
        var gevraagdVan = datumOfTijdstip("van", 0);
        var gevraagdTot = datumOfTijdstip("tot", 1);
        var van = gevraagdVan.orElse(standaardVan);
        var tot = gevraagdTot.orElse(van.plus(standaardDuur));
        // The end of a day is the next midnight, so of two dates that are the wrong way round they can be the same.
        var draaitOm = tot.isBefore(van) || (tot.equals(van) && !zoals("tot").contains("T"));
        if (draaitOm && gevraagdVan.isPresent() == !isLeeg("van")) {
            fout("van", "fout.van-na-tot");
        }
        return new Periode(van, tot);
    }

    private Optional<Instant> datumOfTijdstip(String veld, int dagenErbij) {
        return woord(veld, 40)
                .flatMap(tekst -> tekst.contains("T")
                        ? tijdstip(veld).map(OffsetDateTime::toInstant)
                        : datum(veld).map(datum -> Tijdzone.beginVan(datum.plusDays(dagenErbij))));
    }

    /** One of these words. */
    public Optional<String> keuze(String veld, java.util.Collection<String> woorden) {
        return woord(veld, 200).flatMap(tekst -> {
            if (!woorden.contains(tekst)) {
                fout(veld, "fout.geen-keuze", String.join(", ", woorden));
                return Optional.empty();
            }
            return Optional.of(tekst);
        });
    }

    /** The same, of a field that must be there. */
    public Optional<String> verplichteKeuze(String veld, java.util.Collection<String> woorden) {
        var gekozen = keuze(veld, woorden);
        if (isLeeg(veld)) {
            fout(veld, "fout.geen-keuze", String.join(", ", woorden));
        }
        return gekozen;
    }

    /** Some of these words, with commas between. */
    public List<String> keuzes(String veld, java.util.Collection<String> woorden) {
        var gekozen =
                woord(veld, 400).map(tekst -> List.of(tekst.split(",", -1))).orElse(List.of());
        if (!woorden.containsAll(gekozen)) {
            fout(veld, "fout.geen-keuze", String.join(", ", woorden));
            return List.of();
        }
        return gekozen;
    }

    /** Some of these words, each once: a JSON list. */
    public List<String> lijst(String veld, java.util.Collection<String> woorden) {
        return ruw(veld)
                .map(waarde -> {
                    if (!(waarde instanceof List<?> lijst) || !woorden.containsAll(lijst)) {
                        fout(veld, "fout.geen-keuze", String.join(", ", woorden));
                        return List.<String>of();
                    }
                    return lijst.stream().map(String::valueOf).distinct().toList();
                })
                .orElse(List.of());
    }

    /** A field that others read (a token, a marker); not a fault and not read here. */
    public void negeer(String... velden) {
        gelezen.addAll(List.of(velden));
    }

    /** Every fault found; call it after all fields were asked for, because the rest is then unknown. */
    public List<Fout> fouten() {
        var alle = new ArrayList<>(fouten);
        delen.forEach((veld, deel) -> deel.fouten().stream()
                .map(fout -> new Fout(veld + "." + fout.veld(), fout.melding()))
                .forEach(alle::add));
        waarden.keySet().stream()
                .filter(naam -> !gelezen.contains(naam))
                .sorted()
                .forEach(naam -> alle.add(new Fout(kort(naam), t.van("fout.onbekend-veld"))));
        return List.copyOf(alle);
    }

    private Optional<Object> ruw(String veld) {
        gelezen.add(veld);
        return Optional.ofNullable(waarden.get(veld));
    }

    private static String kort(String naam) {
        return naam.length() <= 60 ? naam : naam.substring(0, 60) + "…";
    }

    /** Control characters, and the marks that turn the direction of the text around them. */
    private static boolean onzichtbaar(int teken) {
        return Character.isISOControl(teken)
                || (teken >= 0x202A && teken <= 0x202E)
                || (teken >= 0x2066 && teken <= 0x2069)
                || teken == 0x2028
                || teken == 0x2029
                || teken == 0xFEFF;
    }

    private static boolean goedeTekens(String tekst) {
        return tekst.codePoints().noneMatch(teken -> teken >= 0xD800 && teken <= 0xDFFF);
    }
}
