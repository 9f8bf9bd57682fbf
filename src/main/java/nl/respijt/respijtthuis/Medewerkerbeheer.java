package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.toegang.Aanmelding;
import org.jdbi.v3.core.Handle;

/**
 * Who visits for a provider, and when: the provider does that itself. What somebody has a place at is never taken away
 * here; who cannot come is absent, which is {@link Afwezigheden}' to arrange.
 */
@Singleton
public final class Medewerkerbeheer {
    /** What one says of somebody who visits. */
    public record Kaart(
            String naam,
            Set<Voor> doelgroepen,
            List<String> talen,
            List<String> wijken,
            Set<Vaardigheid> vaardigheden) {
        public Kaart {
            doelgroepen = Set.copyOf(doelgroepen);
            talen = List.copyOf(talen);
            wijken = List.copyOf(wijken);
            vaardigheden = Set.copyOf(vaardigheden);
        }

        static Kaart van(Medewerker wie) {
            return new Kaart(wie.naam(), wie.doelgroepen(), wie.talen(), wie.wijken(), wie.vaardigheden());
        }
    }

    /** Somebody who visits with what there is to know of them. */
    public record Overzicht(Medewerker medewerker, List<Werktijd> werktijden, List<Afwezigheid> afwezigheden) {}

    /** What can come of adding somebody, or changing what is said of them. */
    public sealed interface KaartResultaat {
        record Gedaan(UUID medewerker) implements KaartResultaat {}

        /** This provider has somebody else of that name. */
        record NaamBestaat() implements KaartResultaat {}
    }

    /** What can come of adding hours of every week. */
    public sealed interface WerktijdResultaat {
        record Gedaan() implements WerktijdResultaat {}

        /** They are somewhere else then, or on their way. */
        record Botst(Werktijd met, Duration reistijd) implements WerktijdResultaat {}
    }

    /** What can come of a single visit that can be asked for. */
    public sealed interface LosResultaat {
        record Gedaan(MomentId moment) implements LosResultaat {}

        /** It is past, or they are somewhere else then, or on their way. */
        record Bezet(Duration reistijd) implements LosResultaat {}

        record Afwezig() implements LosResultaat {}

        /** Without a contract there is nothing to ask for. */
        record GeenContract() implements LosResultaat {}
    }

    /** What can come of taking back a visit that can be asked for. */
    public sealed interface IntrekResultaat {
        record Gedaan() implements IntrekResultaat {}

        /** Somebody counts on it, or it has begun. */
        record Geboekt() implements IntrekResultaat {}
    }

    private final Transacties transacties;
    private final MedewerkerRepository medewerkers;
    private final BezoekmomentRepository bezoeken;
    private final AfwezigheidRepository afwezig;
    private final Bezoekmomenten bezoekmomenten;
    private final MomentService momenten;
    private final Aanbieders aanbieders;
    private final Thuisinstellingen instellingen;
    private final Gevolgen gevolgen;
    private final Klok klok;

    Medewerkerbeheer(
            Transacties transacties,
            MedewerkerRepository medewerkers,
            BezoekmomentRepository bezoeken,
            AfwezigheidRepository afwezig,
            Bezoekmomenten bezoekmomenten,
            MomentService momenten,
            Aanbieders aanbieders,
            Thuisinstellingen instellingen,
            Gevolgen gevolgen,
            Klok klok) {
        this.transacties = transacties;
        this.medewerkers = medewerkers;
        this.bezoeken = bezoeken;
        this.afwezig = afwezig;
        this.bezoekmomenten = bezoekmomenten;
        this.momenten = momenten;
        this.aanbieders = aanbieders;
        this.instellingen = instellingen;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    /** Whose workers this person may see: the desk every one, a provider itself. */
    public List<Aanbieder> aanbieders(Aanmelding wie) {
        return aanbieders.zichtbaarVoor(wie).stream()
                .filter(een -> een.diensten().contains(Contractdienst.THUIS))
                .toList();
    }

    /** Of whoever may see them; of all others there is nobody. */
    public Optional<Medewerker> find(UUID id, Aanmelding wie) {
        return transacties
                .lees(handle -> medewerkers.find(handle, id))
                .filter(een -> aanbieders(wie).stream().map(Aanbieder::id).anyMatch(een.aanbieder()::equals));
    }

    public Optional<Medewerker> vanWerktijd(UUID werktijd, Aanmelding wie) {
        return transacties
                .lees(handle -> medewerkers.werktijd(handle, werktijd))
                .flatMap(een -> find(een.medewerker(), wie));
    }

    public Optional<Medewerker> vanMoment(MomentId moment, Aanmelding wie) {
        return transacties.lees(handle -> bezoeken.vanMoment(handle, moment)).flatMap(een -> find(een, wie));
    }

    /** By name, those who stopped last; with the hours and absences that hold or are to come. */
    public List<Overzicht> van(Aanbieder aanbieder) {
        var vandaag = klok.vandaag();
        return transacties.lees(handle -> {
            var tijden = medewerkers.werktijden(handle, aanbieder.id());
            var weg = afwezig.afwezigheden(handle, aanbieder.id(), vandaag);
            return medewerkers.alle(handle, aanbieder.id()).stream()
                    .map(wie -> new Overzicht(
                            wie,
                            tijden.stream()
                                    .filter(een -> een.medewerker().equals(wie.id()) && !een.isVoorbij(vandaag))
                                    .toList(),
                            weg.stream()
                                    .filter(een -> een.medewerker().equals(wie.id()))
                                    .toList()))
                    .toList();
        });
    }

    public Overzicht overzicht(Medewerker wie) {
        return van(aanbieder(wie)).stream()
                .filter(een -> een.medewerker().id().equals(wie.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("lost " + wie.id()));
    }

    /** Those that end after that day. */
    List<Afwezigheid> afwezigheden(Medewerker wie, LocalDate vanaf) {
        return transacties.lees(handle -> afwezig.afwezigheden(handle, wie.aanbieder(), vanaf)).stream()
                .filter(weg -> weg.medewerker().equals(wie.id()))
                .toList();
    }

    /** Visits of hours that ended: somebody counts on them. */
    public List<Moment> blijft(Medewerker wie) {
        return transacties.lees(handle -> bezoeken.blijft(handle, wie.id(), klok.instant()).stream()
                .flatMap(id -> momenten.find(handle, id).stream())
                .toList());
    }

    /** The lengths of a visit, in hours. */
    public List<Integer> duurUren(Medewerker wie) {
        return instellingen.duurUren(aanbieder(wie));
    }

    public Duration reistijd(Medewerker wie) {
        return instellingen.reistijd(aanbieder(wie));
    }

    public KaartResultaat voegToe(Aanbieder aanbieder, Kaart kaart) {
        var id = Id.nieuw(klok.instant());
        return transacties.schrijf(handle -> medewerkers.insert(handle, met(id, aanbieder.id(), kaart, false))
                ? new KaartResultaat.Gedaan(id)
                : new KaartResultaat.NaamBestaat());
    }

    /** What somebody asked for stays; from now on they are found by what is said now. */
    public KaartResultaat wijzig(Medewerker wie, Kaart kaart) {
        var resultaat = transacties.schrijf(handle -> {
            bezoekmomenten.houd(handle, aanbieder(wie));
            if (!medewerkers.wijzig(handle, met(wie.id(), wie.aanbieder(), kaart, wie.voorbeeld()))) {
                return new KaartResultaat.NaamBestaat();
            }
            momenten.pasAan(handle, wie.id(), kaart.wijken(), kaart.talen());
            return new KaartResultaat.Gedaan(wie.id());
        });
        gevolgen.na();
        return resultaat;
    }

    private static Medewerker met(UUID id, UUID aanbieder, Kaart kaart, boolean voorbeeld) {
        return new Medewerker(
                id,
                aanbieder,
                kaart.naam(),
                kaart.doelgroepen(),
                kaart.talen(),
                kaart.wijken(),
                kaart.vaardigheden(),
                voorbeeld,
                false);
    }

    /** Planned at once, as far ahead as all is. */
    public WerktijdResultaat voegToe(Medewerker wie, int dag, LocalTime begin, int uren, LocalDate vanaf) {
        var nieuw = new Werktijd(
                Id.nieuw(klok.instant()), wie.id(), dag, begin, begin.plusHours(uren), vanaf, Optional.empty());
        var resultaat = transacties.schrijf(handle -> {
            var aanbieder = aanbieder(wie);
            bezoekmomenten.houd(handle, aanbieder);
            var reistijd = instellingen.reistijd(aanbieder);
            var botsing = medewerkers.werktijden(handle, wie.aanbieder()).stream()
                    .filter(een -> een.medewerker().equals(wie.id()) && een.botstMet(nieuw, reistijd))
                    .findFirst();
            if (botsing.isPresent()) {
                return new WerktijdResultaat.Botst(botsing.get(), reistijd);
            }
            medewerkers.insert(handle, nieuw);
            bezoekmomenten.plan(handle, aanbieder);
            return new WerktijdResultaat.Gedaan();
        });
        gevolgen.na();
        return resultaat;
    }

    /** From that day on these hours hold no more. What nobody asked for lapses; the rest is in {@link #blijft}. */
    public void beeindig(UUID werktijd, LocalDate vanaf, String reden, String door) {
        transacties.schrijf(handle -> {
            var gelezen = medewerkers.werktijd(handle, werktijd).orElseThrow();
            var wie = medewerkers.find(handle, gelezen.medewerker()).orElseThrow();
            bezoekmomenten.houd(handle, aanbieder(wie));
            var tijd = medewerkers.werktijd(handle, werktijd).orElseThrow();
            var einde = vanaf.isBefore(tijd.vanaf()) ? tijd.vanaf() : vanaf;
            if (tijd.tot().filter(eerder -> !einde.isBefore(eerder)).isEmpty()) {
                medewerkers.beeindig(handle, werktijd, einde);
            }
            bezoeken.vanLijn(handle, werktijd, einde)
                    .forEach(moment -> momenten.gelastAfAlsLeeg(handle, moment, reden, door));
            return werktijd;
        });
        gevolgen.na();
    }

    /** One visit that can be asked for, beside the hours of every week. */
    public LosResultaat publiceer(Medewerker wie, LocalDate datum, Tijdvak tijdvak) {
        var resultaat = transacties.schrijf(handle -> publiceer(handle, wie, datum, tijdvak));
        gevolgen.na();
        return resultaat;
    }

    private LosResultaat publiceer(Handle handle, Medewerker wie, LocalDate datum, Tijdvak tijdvak) {
        var aanbieder = aanbieder(wie);
        var reistijd = instellingen.reistijd(aanbieder);
        var contract = bezoekmomenten.houd(handle, aanbieder);
        if (contract.isEmpty()) {
            return new LosResultaat.GeenContract();
        }
        if (afwezig.afwezigheden(handle, aanbieder.id(), datum).stream()
                .anyMatch(weg -> weg.medewerker().equals(wie.id()) && weg.geldtOp(datum))) {
            return new LosResultaat.Afwezig();
        }
        return bezoekmomenten
                .publiceer(handle, wie, Optional.empty(), datum, tijdvak, contract.get(), reistijd)
                .<LosResultaat>map(LosResultaat.Gedaan::new)
                .orElseGet(() -> new LosResultaat.Bezet(reistijd));
    }

    /** Nobody can ask for it any more; it is not planned again. */
    public IntrekResultaat trekIn(MomentId moment, String reden, String door) {
        var weg = transacties.schrijf(handle -> momenten.find(handle, moment)
                .filter(gelezen -> gelezen.vervallen() || momenten.gelastAfAlsLeeg(handle, moment, reden, door))
                .isPresent());
        gevolgen.na();
        return weg ? new IntrekResultaat.Gedaan() : new IntrekResultaat.Geboekt();
    }

    private Aanbieder aanbieder(Medewerker wie) {
        return aanbieders.find(wie.aanbieder()).orElseThrow(() -> new IllegalStateException("no " + wie.aanbieder()));
    }
}
