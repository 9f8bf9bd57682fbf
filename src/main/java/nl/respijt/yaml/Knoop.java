package nl.respijt.yaml;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in the file, read as what it should be. What is not that is a fault and yields a stand-in, so that reading
 * goes on and finds the other faults; a value that is not there yields the stand-in only, as its absence was reported
 * where it should have been. Scalars are taken by their text, whatever YAML would make of them.
 */
public final class Knoop {
    private static final int MAX_TEKST = 200;
    private static final Map<String, Boolean> WAARHEID = inVolgorde(List.of("true", "false"), List.of(true, false));

    private final String plek;
    private final @Nullable Node node;
    private final Fouten fouten;

    /** @param plek how a message names this value */
    Knoop(String plek, @Nullable Node node, Fouten fouten) {
        this.plek = plek;
        this.node = node;
        this.fouten = fouten;
    }

    /**
     * A file as a whole.
     *
     * @param wat what should be in it, for who sends something else
     */
    public static Knoop bestand(String tekst, String wat, Fouten fouten) {
        return new Knoop("het bestand", new YamlTekst(tekst, wat, fouten).boom(), fouten);
    }

    /** For a key that may be left out. */
    public Optional<Knoop> alsErIs() {
        return node == null ? Optional.empty() : Optional.of(this);
    }

    public int regel() {
        return node == null ? 1 : YamlTekst.regel(node.getStartMark());
    }

    /** A fault of this value that only the reader of the whole can see. */
    public void meld(String gevonden, String verwacht) {
        fouten.meld(regel(), gevonden, verwacht);
    }

    /** As {@link #meld}, where the value itself says enough. */
    public void meldWaarde(String verwacht) {
        meld("%s is %s".formatted(plek, inWoorden()), verwacht);
    }

    /** The bare text, empty for what is none. */
    public String ruw() {
        return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
                ? scalar.getValue().strip()
                : "";
    }

    public Optional<String> leesTekst() {
        var tekst = ruw();
        if (!tekst.isEmpty() && tekst.length() <= MAX_TEKST && tekst.chars().noneMatch(Character::isISOControl)) {
            return Optional.of(tekst);
        }
        if (node != null) {
            meldWaarde("een tekst op één regel, van hoogstens %d tekens".formatted(MAX_TEKST));
        }
        return Optional.empty();
    }

    public String tekst() {
        return leesTekst().orElse("?");
    }

    /** A text of a certain form. */
    public String tekst(Pattern vorm, String verwacht) {
        return vorm(vorm, verwacht).map(Matcher::group).orElse("?");
    }

    public Optional<Matcher> vorm(Pattern vorm, String verwacht) {
        var matcher = vorm.matcher(ruw());
        if (matcher.matches()) {
            return Optional.of(matcher);
        }
        if (node != null) {
            meldWaarde(verwacht);
        }
        return Optional.empty();
    }

    public int getal(int van, int totEnMet) {
        var tekst = ruw();
        if (tekst.matches("\\d{1,9}")) {
            var getal = Integer.parseInt(tekst);
            if (getal >= van && getal <= totEnMet) {
                return getal;
            }
        }
        if (node != null) {
            meldWaarde("een geheel getal van %d tot en met %d".formatted(van, totEnMet));
        }
        return van;
    }

    /** A share, from 0 to 1. */
    public double aandeel() {
        return vorm(Pattern.compile("0(\\.\\d{1,9})?|1(\\.0{1,9})?"), "een getal van 0 tot en met 1, zoals 0.26")
                .map(matcher -> Double.parseDouble(matcher.group()))
                .orElse(0.0);
    }

    public boolean waarheid() {
        return keuze(WAARHEID);
    }

    public LocalDate datum() {
        var tekst = ruw();
        try {
            if (tekst.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(tekst);
            }
        } catch (DateTimeParseException e) {
            meldWaarde("een datum die bestaat");
            return LocalDate.MAX;
        }
        if (node != null) {
            meldWaarde("een datum als jjjj-mm-dd, zoals 2026-12-31");
        }
        return LocalDate.MAX;
    }

    public Optional<LocalTime> tijd() {
        return vorm(Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d"), "een tijd als uu:mm, zoals \"09:00\"")
                .map(matcher -> LocalTime.parse(matcher.group()));
    }

    /** One of the words; the stand-in is the first. */
    public <T> T keuze(Map<String, T> woorden) {
        var gekozen = woorden.get(ruw());
        if (gekozen != null) {
            return gekozen;
        }
        if (!ruw().isEmpty()) {
            meld("onbekende waarde %s voor %s".formatted(inWoorden(), plek), String.join(", ", woorden.keySet()));
        } else if (node != null) {
            meldWaarde("een van: " + String.join(", ", woorden.keySet()));
        }
        return woorden.values().iterator().next();
    }

    public String keuze(List<String> woorden) {
        return keuze(inVolgorde(woorden, woorden));
    }

    public List<Knoop> lijst() {
        if (node instanceof SequenceNode rij) {
            return rij.getValue().stream()
                    .map(deel -> new Knoop(plek, deel, fouten))
                    .toList();
        }
        if (node != null) {
            meldWaarde("een lijst");
        }
        return List.of();
    }

    /** A list that may not be empty. */
    public List<Knoop> minstensEen(String wat) {
        var delen = lijst();
        if (delen.isEmpty() && node instanceof SequenceNode) {
            meld("%s is een lege lijst".formatted(plek), "minstens één " + wat);
        }
        return delen;
    }

    /** A list of scalars in which none occurs twice. */
    public <T> List<T> woorden(Function<Knoop, T> lees) {
        return verschillend(lijst(), lees);
    }

    /** As {@link #woorden}, and not empty. */
    public <T> List<T> minstensEenWoord(Function<Knoop, T> lees) {
        return verschillend(minstensEen("waarde"), lees);
    }

    private <T> List<T> verschillend(List<Knoop> delen, Function<Knoop, T> lees) {
        var gezien = new HashSet<String>();
        var waarden = new ArrayList<T>();
        for (var deel : delen) {
            if (!deel.ruw().isEmpty() && !gezien.add(deel.ruw())) {
                deel.meld("%s staat dubbel in %s".formatted(deel.inWoorden(), plek), "elke waarde één keer");
            }
            waarden.add(lees.apply(deel));
        }
        return waarden;
    }

    /** The keys and values of a block whose keys are data; each key once. */
    public Map<Knoop, Knoop> velden() {
        var velden = new LinkedHashMap<Knoop, Knoop>();
        var gezien = new HashSet<String>();
        if (node instanceof MappingNode mapping) {
            for (var paar : mapping.getValue()) {
                var sleutel = new Knoop("sleutel van " + plek, paar.getKeyNode(), fouten);
                if (!gezien.add(sleutel.ruw())) {
                    sleutel.meld("sleutel %s staat dubbel bij %s".formatted(sleutel.inWoorden(), plek), "één keer");
                }
                velden.put(sleutel, new Knoop("%s van %s".formatted(sleutel.ruw(), plek), paar.getValueNode(), fouten));
            }
        } else if (node != null) {
            meldWaarde("een blok van sleutels met waarden");
        }
        return velden;
    }

    /** A block with known keys: none else, none twice, and none of the needed ones missing. */
    public Blok blok(String wat, Sleutels sleutels) {
        var velden = new LinkedHashMap<String, Knoop>();
        if (!(node instanceof MappingNode mapping)) {
            if (node != null) {
                meldWaarde("een blok met " + sleutels);
            }
            return new Blok(wat, velden, fouten);
        }
        for (var paar : mapping.getValue()) {
            var sleutel = new Knoop("sleutel bij " + wat, paar.getKeyNode(), fouten);
            var naam = sleutel.ruw();
            var vorige = velden.get(naam);
            if (!sleutels.kent(naam)) {
                sleutel.meld("onbekende sleutel %s bij %s".formatted(sleutel.inWoorden(), wat), sleutels.toString());
            } else if (vorige != null) {
                sleutel.meld(
                        "sleutel '%s' staat dubbel bij %s (ook op regel %d)".formatted(naam, wat, vorige.regel()),
                        "één keer");
            } else {
                velden.put(naam, new Knoop("%s bij %s".formatted(naam, wat), paar.getValueNode(), fouten));
            }
        }
        for (var naam : sleutels.verplicht()) {
            if (!velden.containsKey(naam)) {
                meld("sleutel '%s' ontbreekt bij %s".formatted(naam, wat), sleutels.toString());
            }
        }
        return new Blok(wat, velden, fouten);
    }

    public String inWoorden() {
        if (node instanceof MappingNode) {
            return "een blok";
        }
        if (node instanceof SequenceNode) {
            return "een lijst";
        }
        return ruw().isEmpty() ? "leeg" : Fouten.citaat(ruw());
    }

    /** The keys of a kind of block. */
    public record Sleutels(List<String> verplicht, List<String> optioneel) {
        public static Sleutels van(String... verplicht) {
            return new Sleutels(List.of(verplicht), List.of());
        }

        public Sleutels eventueel(String... optioneel) {
            return new Sleutels(verplicht, List.of(optioneel));
        }

        public boolean kent(String sleutel) {
            return verplicht.contains(sleutel) || optioneel.contains(sleutel);
        }

        /** As a message names them. */
        @Override
        public String toString() {
            return String.join(", ", verplicht)
                    + optioneel.stream()
                            .map(sleutel -> sleutel + " (mag)")
                            .collect(Collectors.joining(", ", optioneel.isEmpty() ? "" : ", ", ""));
        }
    }

    /** A block whose keys were checked. */
    public record Blok(String wat, Map<String, Knoop> velden, Fouten fouten) {
        public Knoop bij(String sleutel) {
            var veld = velden.get(sleutel);
            return veld == null ? new Knoop("%s bij %s".formatted(sleutel, wat), null, fouten) : veld;
        }
    }

    /** A choice that names its words in this order; {@link Map#of} has none. */
    public static <T> Map<String, T> inVolgorde(List<String> woorden, List<T> waarden) {
        var keuzes = new LinkedHashMap<String, T>();
        for (var i = 0; i < woorden.size(); i++) {
            keuzes.put(woorden.get(i), waarden.get(i));
        }
        return keuzes;
    }
}
