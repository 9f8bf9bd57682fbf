package nl.respijt.aanbieder;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import nl.respijt.toegang.Aanbiedermenu;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.web.Bezoeker.MenuKeuze;

/** The pages that go with what an aanbieder gives: who comes to people at home has no beds to look after. */
@Singleton
final class Dienstmenu implements Aanbiedermenu {
    private final Aanbieders aanbieders;

    Dienstmenu(Aanbieders aanbieders) {
        this.aanbieders = aanbieders;
    }

    @Override
    public List<MenuKeuze> van(Aanmelding wie) {
        return wie.persoonId().map(aanbieders::vanMedewerker).orElse(List.of()).stream()
                .flatMap(aanbieder -> aanbieder.diensten().stream())
                .distinct()
                .sorted()
                .flatMap(Dienstmenu::paginas)
                .toList();
    }

    private static Stream<MenuKeuze> paginas(Contractdienst dienst) {
        return switch (dienst) {
            case THUIS ->
                Stream.of(
                        new MenuKeuze("/bezoeken", "menu.bezoeken"), new MenuKeuze("/medewerkers", "menu.medewerkers"));
            case VERBLIJF ->
                Stream.of(
                        new MenuKeuze("/aanmeldingen", "menu.aanmeldingen"),
                        new MenuKeuze("/verblijven", "menu.verblijven"),
                        new MenuKeuze("/bedden", "menu.bedden"),
                        new MenuKeuze("/huisregels", "menu.huisregels"));
        };
    }
}
