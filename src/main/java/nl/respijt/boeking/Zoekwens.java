package nl.respijt.boeking;

import io.micronaut.http.HttpParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.gemeente.Slug;
import nl.respijt.tijd.Dagdeel;

/**
 * What a carer answers to "Wanneer wilt u even vrij?", but for the day; what is empty does not matter to them. {@code
 * ookBuurt} also takes what is near the wijk; {@code personen} is 1 for who comes alone, 2 with the naaste.
 */
public record Zoekwens(
        Optional<Soort> soort,
        Waar waar,
        boolean ookBuurt,
        Optional<Dagdeel> dagdeel,
        Optional<String> gesproken,
        boolean rolstoel,
        int personen) {
    public static final int MET_NAASTE = 2;

    /** A house or a wijk, as the word of an address names it; everywhere when that is empty. */
    public record Waar(String woord, String naam, Optional<UUID> huis, Optional<String> wijk, List<String> buren) {
        static final Waar OVERAL = new Waar("", "", Optional.empty(), Optional.empty(), List.of());

        public Waar {
            buren = List.copyOf(buren);
        }

        static Waar huis(MomentRepository.Bron huis) {
            return new Waar(Slug.van(huis.titel()), huis.titel(), Optional.of(huis.id()), Optional.empty(), List.of());
        }

        static Waar wijk(String wijk, Gemeente gemeente) {
            return new Waar("wijk-" + Slug.van(wijk), wijk, Optional.empty(), Optional.of(wijk), gemeente.buren(wijk));
        }
    }

    /**
     * A wish that one can let go, the smallest step first. Never the wheelchair: nobody can leave it at home. {@code
     * ALLEEN_DEZE_WIJK} is let go by looking near as well.
     */
    public enum Deel {
        ALLEEN_DEZE_WIJK,
        DAGDEEL,
        SOORT,
        TAAL,
        WAAR,
        SAMEN;

        /** As the bundles name it. */
        public String woord() {
            return switch (this) {
                case ALLEEN_DEZE_WIJK -> "buurt";
                case DAGDEEL -> "dagdeel";
                case SOORT -> "soort";
                case TAAL -> "taal";
                case WAAR -> "waar";
                case SAMEN -> "samen";
            };
        }
    }

    static final Zoekwens GEEN =
            new Zoekwens(Optional.empty(), Waar.OVERAL, false, Optional.empty(), Optional.empty(), false, 1);

    /** A page is kind to an old or mistyped link: what it does not know, it leaves out. */
    static Zoekwens lees(HttpParameters vraag, List<MomentRepository.Bron> huizen, Gemeente gemeente) {
        return new Zoekwens(
                vraag.getFirst("soort")
                        .flatMap(woord -> Stream.of(Soort.values())
                                .filter(soort -> soort.woord().equals(woord))
                                .findFirst()),
                vraag.getFirst("waar")
                        .flatMap(woord -> Stream.concat(
                                        huizen.stream().map(Waar::huis),
                                        gemeente.wijken().stream().map(wijk -> Waar.wijk(wijk, gemeente)))
                                .filter(waar -> waar.woord().equals(woord))
                                .findFirst())
                        .orElse(Waar.OVERAL),
                vraag.getFirst("buurt").filter("ja"::equals).isPresent(),
                vraag.getFirst("dagdeel")
                        .flatMap(woord -> Stream.of(Dagdeel.values())
                                .filter(dagdeel -> dagdeel.woord().equals(woord))
                                .findFirst()),
                vraag.getFirst("gesproken").filter(gemeente.talen()::contains),
                vraag.getFirst("rolstoel").filter("ja"::equals).isPresent(),
                vraag.getFirst("personen").filter("2"::equals).isPresent() ? MET_NAASTE : 1);
    }

    /** Whether it asks for something that not everybody wants; such wishes stand apart. */
    public boolean heeftMeer() {
        return soort.isPresent() || gesproken.isPresent() || rolstoel || personen > 1;
    }

    /** What of it could be let go. */
    List<Deel> delen() {
        var delen = new ArrayList<Deel>();
        if (!ookBuurt && !waar.buren().isEmpty()) {
            delen.add(Deel.ALLEEN_DEZE_WIJK);
        }
        dagdeel.ifPresent(_ -> delen.add(Deel.DAGDEEL));
        soort.ifPresent(_ -> delen.add(Deel.SOORT));
        gesproken.ifPresent(_ -> delen.add(Deel.TAAL));
        if (!waar.woord().isEmpty()) {
            delen.add(Deel.WAAR);
        }
        if (personen > 1) {
            delen.add(Deel.SAMEN);
        }
        return delen;
    }

    Zoekwens zonder(Deel deel) {
        return new Zoekwens(
                deel == Deel.SOORT ? Optional.empty() : soort,
                deel == Deel.WAAR ? Waar.OVERAL : waar,
                deel == Deel.ALLEEN_DEZE_WIJK || ookBuurt,
                deel == Deel.DAGDEEL ? Optional.empty() : dagdeel,
                deel == Deel.TAAL ? Optional.empty() : gesproken,
                rolstoel,
                deel == Deel.SAMEN ? 1 : personen);
    }

    /** The same wish without what can be let go. */
    Zoekwens zonderAlles() {
        return new Zoekwens(Optional.empty(), Waar.OVERAL, false, Optional.empty(), Optional.empty(), rolstoel, 1);
    }

    /** As a question to the database: the moments of this wish between two times that have such room. */
    MomentVraag vraag(Instant van, Instant tot, MomentVraag.Ruimte ruimte) {
        var wens = MomentVraag.tussen(van, tot)
                .soorten(soort.map(Set::of).orElse(Set.of()))
                .bron(waar.huis())
                .wijk(waar.wijk())
                .dagdeel(dagdeel)
                .taal(gesproken)
                .ruimte(ruimte, personen)
                .bezoekenSamen();
        if (ookBuurt) {
            wens.buurt(waar.buren());
        }
        return (rolstoel ? wens.alleenRolstoel() : wens).vraag();
    }

    /** Whether stays are an answer too: not to who asks for something that is only said of moments. */
    boolean isOokLogeren() {
        return soort.isEmpty() && waar.huis().isEmpty() && dagdeel.isEmpty() && gesproken.isEmpty() && personen == 1;
    }

    /** What of it matters to a stay. */
    MomentVraag logeervraag(Instant van, Instant tot) {
        return new Zoekwens(
                        Optional.empty(),
                        waar.huis().isPresent() ? Waar.OVERAL : waar,
                        ookBuurt,
                        Optional.empty(),
                        Optional.empty(),
                        rolstoel,
                        1)
                .vraag(van, tot, MomentVraag.Ruimte.VRIJ);
    }

    /** As the end of a link's query, each part after an ampersand; empty when nothing is wished. */
    String alsVraag() {
        return Stream.of(
                        soort.map(een -> "&soort=" + een.woord()).orElse(""),
                        waar.woord().isEmpty() ? "" : "&waar=" + waar.woord(),
                        ookBuurt && waar.wijk().isPresent() ? "&buurt=ja" : "",
                        dagdeel.map(een -> "&dagdeel=" + een.woord()).orElse(""),
                        gesproken.map(taal -> "&gesproken=" + taal).orElse(""),
                        rolstoel ? "&rolstoel=ja" : "",
                        personen > 1 ? "&personen=" + personen : "")
                .collect(Collectors.joining());
    }
}
