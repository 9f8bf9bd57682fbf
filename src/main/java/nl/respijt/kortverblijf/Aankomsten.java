package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.boeking.Logeermoment;
import nl.respijt.boeking.Logeermomenten;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentVraag;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Logeerhuis.Bed;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Handle;

/** On which days one can come and stay where, whoever it is; whom a house takes is for the intake. */
@Singleton
final class Aankomsten implements Logeermomenten {
    /** As far ahead as houses are open for carers (domain.md, "Mantelzorghuizen"). */
    static final int DAGEN_VOORUIT = 26 * 7;

    /** A house that takes nobody at once takes nobody today or tomorrow. */
    static final int DAGEN_VOORAF = 2;

    /** What is needed to say of any house and day whether one can come. */
    private record Stand(
            LocalDate vandaag,
            Instant nu,
            List<Logeerhuis> huizen,
            Map<UUID, Huisgegevens> gegevens,
            Map<UUID, LocalDate> contracten,
            Bezetting bezetting) {}

    private final Transacties transacties;
    private final LogeerhuisRepository huizen;
    private final HuisgegevensRepository gegevens;
    private final Contracten contracten;
    private final Klok klok;

    Aankomsten(
            Transacties transacties,
            LogeerhuisRepository huizen,
            HuisgegevensRepository gegevens,
            Contracten contracten,
            Klok klok) {
        this.transacties = transacties;
        this.huizen = huizen;
        this.gegevens = gegevens;
        this.contracten = contracten;
        this.klok = klok;
    }

    @Override
    public List<Logeermoment> zoek(MomentVraag vraag) {
        var van = laatste(klok.vandaag(), Tijdzone.datum(vraag.van()));
        var tot = eerste(klok.vandaag().plusDays(DAGEN_VOORUIT), Tijdzone.datum(vraag.tot()));
        if (van.isAfter(tot) || vraag.bron().isPresent() || vraag.taal().isPresent()) {
            return List.of();
        }
        return transacties.lees(handle -> {
            var stand = stand(handle, van, tot);
            return stand.huizen().stream()
                    .flatMap(huis -> van.datesUntil(tot.plusDays(1)).flatMap(dag -> op(huis, dag, stand).stream()))
                    .filter(voldoetAan(vraag))
                    .sorted(Logeermoment.volgorde(vraag))
                    .toList();
        });
    }

    @Override
    public Optional<Logeermoment> find(MomentId id) {
        var vandaag = klok.vandaag();
        return transacties.lees(handle -> huizen.alle(handle, vandaag).stream()
                .flatMap(huis -> dag(huis.id(), id).stream()
                        .filter(dag -> !dag.isBefore(vandaag) && !dag.isAfter(vandaag.plusDays(DAGEN_VOORUIT)))
                        .flatMap(dag -> op(huis, dag, stand(handle, dag, dag)).stream()))
                .findFirst());
    }

    private Stand stand(Handle handle, LocalDate van, LocalDate tot) {
        var vandaag = klok.vandaag();
        var alle = huizen.alle(handle, vandaag);
        var langst = alle.stream()
                .mapToInt(huis -> huis.regels().minimaalNachten())
                .max()
                .orElse(0);
        return new Stand(
                vandaag,
                klok.instant(),
                alle,
                gegevens.alle(handle),
                contracten.einden(handle, Contractdienst.VERBLIJF),
                huizen.bezetting(handle, van, tot.plusDays(langst)));
    }

    private static Optional<Logeermoment> op(Logeerhuis huis, LocalDate dag, Stand stand) {
        var regels = huis.regels();
        var gegevens = stand.gegevens().get(huis.id());
        if (gegevens == null
                || !regels.isAankomstdag(dag)
                || (!regels.spoed() && dag.isBefore(stand.vandaag().plusDays(DAGEN_VOORAF)))
                || !gegevens.aankomst(dag).tot().isAfter(stand.nu())) {
            return Optional.empty();
        }
        var verblijf = new Verblijf(dag, dag.plusDays(regels.minimaalNachten()));
        var vrij = huis.bedden().stream()
                .filter(bed -> stand.bezetting().isVrij(bed.id(), verblijf))
                .toList();
        var contract = stand.contracten().get(huis.aanbieder());
        return Optional.of(new Logeermoment(
                id(huis.id(), dag),
                huis.id(),
                huis.naam(),
                huis.wijk(),
                gegevens.adres().orElse(huis.wijk()),
                new Tijdvak(
                        gegevens.aankomst(dag).van(),
                        gegevens.vertrek(verblijf.tot()).tot()),
                regels.minimaalNachten(),
                regels.maximaalNachten(),
                huis.bedden().size(),
                vrij.size(),
                vrij.stream().anyMatch(bed -> bed.kenmerken().contains(Bed.ROLSTOEL)),
                contract == null || verblijf.laatsteNacht().isAfter(contract)));
    }

    private static Predicate<Logeermoment> voldoetAan(MomentVraag vraag) {
        return een -> {
            var begin = een.tijdvak().van();
            var ruimte = switch (vraag.ruimte()) {
                case MAAKT_NIET_UIT -> true;
                case WACHTLIJST -> false;
                case VRIJ, VRIJ_OF_WACHTLIJST -> !een.voorbehoud() && een.vrij() >= vraag.personen();
            };
            return ruimte
                    && !begin.isBefore(vraag.van())
                    && begin.isBefore(vraag.tot())
                    && vraag.wijk()
                            .map(wijk ->
                                    wijk.equals(een.wijk()) || vraag.buurt().contains(een.wijk()))
                            .orElse(true)
                    && vraag.dagdeel()
                            .map(Dagdeel.bij(Tijdzone.lokaal(begin).toLocalTime())::equals)
                            .orElse(true)
                    && (een.rolstoel() || !vraag.alleenRolstoel());
        };
    }

    /** Not kept anywhere: of the house and the day, and to be read back. */
    private static MomentId id(UUID huis, LocalDate dag) {
        return new MomentId(new UUID(huis.getMostSignificantBits(), huis.getLeastSignificantBits() ^ dag.toEpochDay()));
    }

    private static Optional<LocalDate> dag(UUID huis, MomentId id) {
        var dag = huis.getLeastSignificantBits() ^ id.waarde().getLeastSignificantBits();
        return huis.getMostSignificantBits() == id.waarde().getMostSignificantBits()
                        && LocalDate.EPOCH.toEpochDay() < dag
                        && dag < LocalDate.MAX.toEpochDay()
                ? Optional.of(LocalDate.ofEpochDay(dag))
                : Optional.empty();
    }

    private static LocalDate laatste(LocalDate een, LocalDate ander) {
        return een.isAfter(ander) ? een : ander;
    }

    private static LocalDate eerste(LocalDate een, LocalDate ander) {
        return een.isBefore(ander) ? een : ander;
    }
}
