import Testing

@testable import Pages

@Suite struct PersonNameTests {
    @Test(arguments: [
        ("By Rowan Tillis | July 22, 2019", "Rowan Tillis"),
        ("Von Karla Ohm", "Karla Ohm"),
        ("Written by: Ada Quist", "Ada Quist"),
        ("Joe Park December 3, 2021", "Joe Park"),
        ("Cécile Roux (Bruxelles)", "Cécile Roux"),
        ("MARTA LIND, Staff Writer", "MARTA LIND"),
        ("Alle Beiträge von Martin Junker", "Martin Junker"),
        ("De Gaulle", "De Gaulle"),
        ("Ana Ruiz Updated 3 May", "Ana Ruiz"),
        ("Bo Lang · 5 min", "Bo Lang"),
    ])
    func namesAreTakenOutOfBylines(line: String, name: String) {
        #expect(PersonName.cleaned(line) == name)
    }

    @Test func whatNamesNobodyIsRefused() {
        for name in ["admin", "Redaktion", "", "12345", "https://a.example", "/authors/x"] {
            #expect(!PersonName.isPlausible(name))
        }
        #expect(PersonName.isPlausible("Ada Quist"))
    }

    @Test func severalNamesAreSeveralAuthors() {
        #expect(
            PersonName.split("Ilse Marrow, Bo Lang and Tom Adeyemi") == [
                "Ilse Marrow", "Bo Lang", "Tom Adeyemi",
            ])
        #expect(PersonName.split("Prince and the Revolution") == ["Prince and the Revolution"])
    }

    @Test func onlyCapitalisedWordsLookPersonal() {
        #expect(PersonName.looksPersonal("Ludwig van der Berg"))
        #expect(!PersonName.looksPersonal("Read the story"))
        #expect(!PersonName.looksPersonal("Story: Part Two"))
    }
}
