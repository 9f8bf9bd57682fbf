package nl.respijt.demo;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.gemeente.Groep;
import nl.respijt.gemeente.Slug;
import nl.respijt.rooster.RoosterService;
import nl.respijt.toegang.Personen;
import nl.respijt.toegang.Rol;

/** Everyone one can be in the demo: one of each role, every host, every group's coordinator, every provider. */
@Singleton
@Requires(property = "respijt.demo", value = "true")
final class DemoPersonen {
    /** Somebody to be. */
    record Persoon(String slug, String naam, Rol rol, Optional<UUID> persoonId) {}

    /** Somebody who leads a group of the file. */
    record Coordinator(Groep groep, String naam, String email) {}

    private final Gemeente gemeente;
    private final RoosterService rooster;
    private final Personen bekenden;

    DemoPersonen(Gemeente gemeente, RoosterService rooster, Personen bekenden) {
        this.gemeente = gemeente;
        this.rooster = rooster;
        this.bekenden = bekenden;
    }

    List<Persoon> alle() {
        var personen = new ArrayList<Persoon>();
        personen.add(persoon("makelaar", "Voorbeeld Makelaar", Rol.MAKELAAR));
        personen.add(persoon("beheerder", "Voorbeeld Beheerder", Rol.BEHEERDER));
        personen.add(persoon("gemeente", "Voorbeeld Beleidsmedewerker", Rol.GEMEENTE));
        for (var gastheer : rooster.gastheren()) {
            personen.add(new Persoon(
                    "gastheer-" + gastheer.slug(),
                    gastheer.naam(),
                    Rol.GASTHEER,
                    Optional.of(gastheer.id().waarde())));
        }
        for (var een : coordinatoren(gemeente)) {
            personen.add(new Persoon(
                    "coordinator-" + Slug.van(een.groep().naam()),
                    een.naam(),
                    Rol.GROEPSCOORDINATOR,
                    persoonId(Rol.GROEPSCOORDINATOR, een.email())));
        }
        for (var naam : aanbieders(gemeente)) {
            personen.add(new Persoon(
                    "aanbieder-" + Slug.van(naam),
                    naam,
                    Rol.AANBIEDER,
                    persoonId(Rol.AANBIEDER, aanbiederEmail(naam))));
        }
        for (var soort : List.of("huisarts", "buurtteam", "wijkverpleging", "school", "ambassadeur")) {
            personen.add(persoon("verwijzer-" + soort, "Voorbeeld Verwijzer (" + soort + ")", Rol.VERWIJZER));
        }
        DemoMantelzorger.ALLE.forEach(een -> personen.add(new Persoon(
                "mantelzorger-" + een.roepnaam(),
                een.naam(),
                Rol.MANTELZORGER,
                persoonId(Rol.MANTELZORGER, een.email()))));
        return List.copyOf(personen);
    }

    /** One for each group; with a number, for their name is read in mails and by who is in the group. */
    static List<Coordinator> coordinatoren(Gemeente gemeente) {
        var groepen = gemeente.lotgenotengroepen();
        return IntStream.range(0, groepen.size())
                .mapToObj(n -> new Coordinator(
                        groepen.get(n),
                        groepen.get(n)
                                .keuzes()
                                .coordinator()
                                .orElseGet(() -> "Voorbeeld Coördinator %02d".formatted(n + 1)),
                        "coordinator-%02d@voorbeeld.example".formatted(n + 1)))
                .toList();
    }

    /** The providers of the file, each once. */
    static List<String> aanbieders(Gemeente gemeente) {
        return Stream.concat(
                        gemeente.respijtzorgThuis().stream().map(thuis -> thuis.aanbieder()),
                        gemeente.kortdurendVerblijf().aanbieders().stream().map(aanbieder -> aanbieder.naam()))
                .distinct()
                .toList();
    }

    static String aanbiederEmail(String naam) {
        return "aanbieder-%s@voorbeeld.example".formatted(Slug.van(naam));
    }

    /** Empty in a database that had bookings before these people made theirs. */
    private Optional<UUID> persoonId(Rol rol, String email) {
        return bekenden.metEmail(email).stream()
                .filter(een -> een.rol() == rol)
                .map(nl.respijt.toegang.Persoon::id)
                .findFirst();
    }

    private static Persoon persoon(String slug, String naam, Rol rol) {
        return new Persoon(slug, naam, rol, Optional.empty());
    }
}
