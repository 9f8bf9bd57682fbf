package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.aanbieder.Bevestigtermijn;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.Antwoorden;
import nl.respijt.boeking.BoekResultaat;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Soort;
import nl.respijt.boeking.Tegoed;
import nl.respijt.boeking.Thuisregel;
import nl.respijt.boeking.Thuisvraag;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.respijtthuis.Tegoeden.Huishouden;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/**
 * What a visit takes: somebody who comes for such a household, one at a time, and a yes of the provider the first time
 * (domain.md, "Respijtzorg Thuis"). The person is held meanwhile, so two requests of one household are judged in turn.
 */
@Singleton
final class Bezoekregel implements Thuisregel {
    /** As the alternatives of any moment. */
    private static final Duration VOORUIT = Duration.ofDays(56);

    private static final int ALTERNATIEVEN = 3;

    private final Transacties transacties;
    private final MedewerkerRepository medewerkers;
    private final BezoekmomentRepository bezoeken;
    private final MomentService momenten;
    private final HuisbezoekRepository huisbezoeken;
    private final Naastebezoeken naastebezoeken;
    private final Aanbieders aanbieders;
    private final Thuisinstellingen instellingen;
    private final Tegoeden tegoeden;
    private final Bevestigtermijn termijn;
    private final Antwoorden antwoorden;
    private final Bezoekpost bezoekpost;
    private final Postvak postvak;
    private final Klok klok;

    Bezoekregel(
            Transacties transacties,
            MedewerkerRepository medewerkers,
            BezoekmomentRepository bezoeken,
            MomentService momenten,
            HuisbezoekRepository huisbezoeken,
            Naastebezoeken naastebezoeken,
            Aanbieders aanbieders,
            Thuisinstellingen instellingen,
            Tegoeden tegoeden,
            Bevestigtermijn termijn,
            Antwoorden antwoorden,
            Bezoekpost bezoekpost,
            Postvak postvak,
            Klok klok) {
        this.transacties = transacties;
        this.medewerkers = medewerkers;
        this.bezoeken = bezoeken;
        this.momenten = momenten;
        this.huisbezoeken = huisbezoeken;
        this.naastebezoeken = naastebezoeken;
        this.aanbieders = aanbieders;
        this.instellingen = instellingen;
        this.tegoeden = tegoeden;
        this.termijn = termijn;
        this.antwoorden = antwoorden;
        this.bezoekpost = bezoekpost;
        this.postvak = postvak;
        this.klok = klok;
    }

    @Override
    public Toets toets(
            Handle handle,
            BoekVerzoek verzoek,
            Thuisvraag vraag,
            Moment moment,
            MantelzorgerId wie,
            List<UUID> bekenden,
            Instant nu) {
        var medewerker = medewerker(handle, moment);
        if (!medewerker.komtVoor(vraag)) {
            return new Toets.MagNiet(new BoekResultaat.PastNiet(moment, anders(handle, moment, vraag, nu)));
        }
        if (huisbezoeken.komtErIemand(handle, wie, moment, Optional.empty())) {
            return new Toets.MagNiet(new BoekResultaat.AlGeboekt(moment, List.of()));
        }
        var mensen = Stream.concat(Stream.of(wie.waarde()), bekenden.stream()).collect(Collectors.toSet());
        var tegoed =
                tegoeden.van(handle, new Huishouden(mensen, verzoek.contact().telefoon()), moment);
        if (tegoed.filter(Tegoed::isOp).isPresent()) {
            return new Toets.MagNiet(new BoekResultaat.TegoedOp(moment, tegoed.get()));
        }
        return new Toets.Mag(
                huisbezoeken.isBekend(handle, wie, medewerker.aanbieder())
                        ? Boeking.Status.BEVESTIGD
                        : Boeking.Status.AANGEVRAAGD);
    }

    @Override
    public Optional<Stand> stand(Boeking boeking) {
        return boeking.moment().soort() == Soort.THUIS
                ? transacties.lees(handle -> huisbezoeken
                        .find(handle, boeking.id())
                        .map(bewaard ->
                                new Stand(medewerker(handle, boeking.moment()).voornaam(), bewaard.bevestigenVoor())))
                : Optional.empty();
    }

    @Override
    public boolean kanErbij(Boeking boeking) {
        return !naastebezoeken.bij(boeking).isEmpty();
    }

    @Override
    public String wieKomt(Moment moment) {
        return transacties.lees(handle -> medewerker(handle, moment)).voornaam();
    }

    @Override
    public List<Gemist> gemist(UUID reeks, String formulier) {
        return antwoorden.over(ReeksVerzoek.sleutelVanPagina(formulier), reeks, ReeksResultaat.Antwoord.class).stream()
                .flatMap(antwoord -> antwoord.niet().stream())
                .map(niet -> new Gemist(niet.datum(), niet.reden()))
                .toList();
    }

    @Override
    public Set<Voor> voorWie(Moment moment) {
        return transacties.lees(handle -> medewerker(handle, moment)).doelgroepen();
    }

    @Override
    public Set<Vaardigheid> kan(Moment moment) {
        return transacties.lees(handle -> medewerker(handle, moment)).vaardigheden();
    }

    @Override
    public List<Moment> alternatieven(Boeking boeking) {
        var was = boeking.tijdvak().van();
        return keuzes(boeking, was.plus(VOORUIT)).stream()
                .sorted(Comparator.comparing(
                        moment -> Duration.between(was, moment.tijdvak().van()).abs()))
                .limit(ALTERNATIEVEN)
                .toList();
    }

    /** The nearest times at which somebody comes who fits. */
    private List<Moment> anders(Handle handle, Moment moment, Thuisvraag vraag, Instant nu) {
        return bezoeken.anders(handle, moment, vraag, nu).stream()
                .flatMap(id -> momenten.find(handle, id).stream())
                .toList();
    }

    @Override
    public void bewaar(
            Handle handle,
            BoekingId id,
            Thuisvraag vraag,
            Moment moment,
            MantelzorgerId wie,
            Boeking.Status status,
            Instant nu) {
        huisbezoeken.insert(
                handle,
                id,
                wie,
                vraag,
                status == Boeking.Status.AANGEVRAAGD
                        ? Optional.of(bevestigenVoor(handle, moment, nu))
                        : Optional.empty(),
                nu);
    }

    @Override
    public Optional<Bezwaar> bezwaar(Handle handle, Boeking boeking, Moment naar) {
        var vraag = huisbezoeken.vraag(handle, boeking.id());
        if (vraag.filter(
                        gevraagd -> medewerker(handle, naar).komtOokBij(medewerker(handle, boeking.moment()), gevraagd))
                .isEmpty()) {
            return Optional.of(Bezwaar.PAST_NIET);
        }
        if (huisbezoeken.komtErIemand(handle, boeking.mantelzorger(), naar, Optional.of(boeking.id()))) {
            return Optional.of(Bezwaar.AL_GEBOEKT);
        }
        // Within one year it takes no more than it had; one that was lost had given its dagdeel back.
        var teltAl = boeking.isActief()
                && boeking.moment().datum().getYear() == naar.datum().getYear();
        return !teltAl
                        && tegoeden.van(handle, huishouden(boeking), naar)
                                .filter(Tegoed::isOp)
                                .isPresent()
                ? Optional.of(Bezwaar.TEGOED_OP)
                : Optional.empty();
    }

    @Override
    public boolean isToegezegd(Handle handle, Boeking boeking) {
        return huisbezoeken.isToegezegd(handle, boeking.id())
                || huisbezoeken.isBekend(
                        handle,
                        boeking.mantelzorger(),
                        medewerker(handle, boeking.moment()).aanbieder());
    }

    @Override
    public void vraagtOpnieuw(Handle handle, Boeking boeking, Instant nu) {
        huisbezoeken.zetTermijn(handle, boeking.id(), bevestigenVoor(handle, boeking.moment(), nu), nu);
    }

    private static Huishouden huishouden(Boeking boeking) {
        return new Huishouden(Set.of(boeking.mantelzorger().waarde()), boeking.telefoon());
    }

    @Override
    public Optional<Tegoed> tegoed(MantelzorgerId wie, Moment moment) {
        return transacties.lees(
                handle -> tegoeden.van(handle, new Huishouden(Set.of(wie.waarde()), Optional.empty()), moment));
    }

    @Override
    public List<Moment> keuzes(Boeking boeking, Instant tot) {
        return transacties.lees(handle -> huisbezoeken.vraag(handle, boeking.id()).stream()
                .flatMap(vraag -> bezoeken.keuzes(handle, boeking.moment(), vraag, klok.instant(), tot).stream())
                .flatMap(id -> momenten.find(handle, id).stream())
                .toList());
    }

    @Override
    public void meldAfgezegd(Handle handle, List<Boeking> boekingen, Instant nu) {
        postvak.plaats(handle, BezoekBerichtMaker.afgezegd(boekingen, nu), nu);
        bezoekpost.meldAanbieder(handle, boekingen, nu);
    }

    @Override
    public void meldAanbieder(Handle handle, Boeking boeking, Instant nu) {
        bezoekpost.meldAanbieder(handle, List.of(boeking), nu);
    }

    @Override
    public void meldVraag(Handle handle, BoekingId id, Moment moment, Instant nu) {
        var berichten = new ArrayList<NieuwBericht>();
        aanbieders
                .medewerkers(handle, medewerker(handle, moment).aanbieder())
                .forEach(persoon -> berichten.add(BezoekBerichtMaker.aanAanbieder(id, persoon, nu)));
        berichten.add(BezoekBerichtMaker.aanMakelaar(id, bevestigenVoor(handle, moment, nu)));
        postvak.plaats(handle, berichten, nu);
    }

    private Instant bevestigenVoor(Handle handle, Moment moment, Instant nu) {
        var aanbieder =
                aanbieders.find(handle, medewerker(handle, moment).aanbieder()).orElseThrow();
        return termijn.van(
                nu, instellingen.werkdagen(aanbieder), moment.tijdvak().van());
    }

    private Medewerker medewerker(Handle handle, Moment moment) {
        return medewerkers
                .find(handle, moment.bronId())
                .orElseThrow(() -> new IllegalStateException("nobody visits at moment " + moment.id()));
    }
}
