"""What people type, with the kinds of identifier in it: written before the finder was, and before it was tuned.

The names are made up, the numbers are those that Ofcom and the NHS keep for tests.
"""

from collections.abc import Mapping

from tests.phrases import phrases

NAME, BORN, NHS, POSTCODE, PHONE, EMAIL = phrases("""
    full_name | date_of_birth | nhs_number | postcode | telephone | email
""")

FULL_NAMES = phrases("""
    Jamie Smith was seen at school | I spoke to Sarah Jones this morning | Aisha Khan told me she was frightened
    Mohammed Ali Hussain is her uncle | Her father is Piotr Kowalski | Siobhan O'Brien rang at four
    Rhys ap Gwilym collected him | Fatima al-Sayed, the aunt | Chinedu Okafor and his brother
    Maria da Silva looks after them on Fridays | Anne-Marie Fraser | it was Callum McDonald who said it
    JAMIE SMITH | Please ask Priya Patel's mother | Mum is Kelly-Ann Brown | Oluwaseun Adeyemi lives there as well
    Wojciech Nowak saw it | Ngozi Eze is the grandmother | Catrin Llewellyn-Davies said so | Hamish Macleod, stepdad
    Yusuf Demir is 14 | Nia Griffiths missed two check-ups | the neighbour, David Wilson, heard shouting | Tom Baker
    Ella-Rose Carter has asthma | Muhammad Iqbal | Smith, Jamie | Khan, Aisha (mother) | O'Connor, Liam
    Mr Patel opened the door | Mrs Khan | Ms O'Neill said no | Miss Taylor teaches B | Dr Ahmed wrote to us
    Mr. Williams | Dr. Okonkwo at the clinic | mr smith was drunk | the child is called jamie smith
    a boy named callum brown | his name is mohammed khan | her name's sophie turner
    Mum's new partner Darren Wood moved in | B said that Lee Cooper hit B | Zainab Begum and her sister
    Kwame Mensah | Ioana Popescu came with the interpreter | Svetlana Ivanova | Eilidh Campbell's school
    Gethin Rees | Aoife Murphy | Jamie R. Smith | Tyler James Robinson was there | Mr and Mrs Hughes
    Harpreet Kaur asked for help | Gurdeep Singh Gill | Abdul Rahman drove her home | Thi Nguyen? No: Linh Nguyen
    Shanice Campbell | Grace Thompson told the school | Mark Evans shouted at her
""")

DATES_OF_BIRTH = phrases("""
    born 3 May 2014 | DOB 03/05/2014 | d.o.b. 3.5.14 | date of birth: 2014-05-03 | P was born on 3rd May 2014
    P (03/05/2014) has missed two check-ups | 12/11/1985 | P, 3 May 2014, lives with T | dob: 03-05-14
    D.O.B 3/5/2014 | Date of birth is 21 September 2019 | he was born on the 3rd of May | May 3, 2014
    born 03.05.2014 in Leeds | baby born 1 March 2026 | 3-May-2014 | 21/09/19 | 3 Sept 2019 | DoB 7 Jan 2011
    T is 14 (b. 07/01/2012)
""")

NHS_NUMBERS = phrases("""
    9434765919 | 943 476 5919 | 943-476-5919 | NHS number 641 672 1104 | NHS no. 123 456 7890
    his nhs number is 1234567890 | P's number is 930 443 2448. | (4184049486) | ref:6694672349 | NHS:4107488756
    958.351.0343 | 631 524 7008 is the one | NHS 9493742466, please check | 1234567890 (NHS)
    6590507252, and 4 lines to share
""")

POSTCODES = phrases("""
    SW1A 1AA | they live at LS6 2AB | m1 1ae | 12 Oak Lane, BS3 4QR | near E17 9DD. | B33 8TH | the flat (CR2 6XH)
    W1A0AX | ec1a 1bb | moved to NE99 1AA last week | AB10 1XG | cf10 3at, Cardiff
""")

TELEPHONES = phrases("""
    07700 900123 | ring T on 07700900123 | +44 7700 900 123 | 0113 496 0123 | (0161) 496 0123 | 020 7946 0001
    02079460001 after six | 01632-960-001 | +44 (0)20 7946 0001 | 0044 7700 900123 | 07700-900-123
    mobile 07700.900.123 | T's number: 07700 900 123. | 0808 157 0192 | +447700900123
""")

EMAILS = phrases("""
    t@example.org | write to jamie.smith@example.co.uk | T_D+home@mail.example.com. | (d-smith1@example.nhs.uk)
    JAMIE@EXAMPLE.ORG | mailto:office@school.example.sch.uk
""")

SEVERAL: Mapping[str, tuple[str, ...]] = {
    "Jamie Smith, dob 03/05/2014, NHS 943 476 5919": (NAME, BORN, NHS),
    "T: 07700 900123, t@example.org": (PHONE, EMAIL),
    "Mrs Khan, 4 Oak Lane, LS6 2AB, 0113 496 0123": (NAME, POSTCODE, PHONE),
    "9434765919 and 07700900123": (NHS, PHONE),
    "Smith, Jamie, born 3 May 2014": (NAME, BORN),
    "aisha@example.org is Aisha Khan's": (NAME, EMAIL),
    "03/05/2014 9434765919": (BORN, NHS),
}

POSITIVES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(FULL_NAMES, (NAME,)),
    **dict.fromkeys(DATES_OF_BIRTH, (BORN,)),
    **dict.fromkeys(NHS_NUMBERS, (NHS,)),
    **dict.fromkeys(POSTCODES, (POSTCODE,)),
    **dict.fromkeys(TELEPHONES, (PHONE,)),
    **dict.fromkeys(EMAILS, (EMAIL,)),
    **SEVERAL,
}

NEGATIVES = (
    *phrases("""
    P has missed two asthma check-ups | 1234567 | MOSAIC 1234567 | Request 4127 is waiting | follow-up 412700
    At 11:20 P said to me: D hit me. | from 13:40 to 13:48 | 3 March 2026 | 12/03/2026 | on 12 March
    Thursday 19 March | visit on 4.3.26 at 10.30 | 2026-03-11 13:40 | the review is on 21/09/2025 | Care Order
    Interim Care Order since January | Full Care Order, Placement Order | School Nurse
    the school nurse at St Mary's School | St Mary's School | St John's Primary | St Thomas' Hospital
    Oak Lane Primary | Grace Road Surgery | Victoria Park Academy | Elizabeth Garrett Anderson Wing
    King Edward VI School | Queen Elizabeth Hospital | Prince Charles Hospital | Children Act 1989
    Children Act 2004 | Section 47 | section 20 of the Children Act 1989 | Working Together 2018 | initials R.L.
    R.L. | Dr R.S. | Dr R.S., the GP | Mr T | Ms K. | Miss P. teaches maths | K.O., allocated social worker
    T and D | football coach, R.L. | DC N. asked us to wait. | P's nan | Mum and Dad know | Mum said Dad hit P
    Monday and Tuesday | On Monday Mum rang | every Friday in March | Easter Monday | Christmas Eve Party
    New Year's Day | May Day | Good Friday | May Half Term | Team Manager | Social Worker
    Designated Safeguarding Lead | Independent Reviewing Officer | Health Visitor | Family Support Worker
    Youth Justice Service | Children's Services | Legal Services | Information Governance | Emergency Duty Team
    CAMHS, MASH and the LADO | Women's Aid | Christian Aid | Barnardo's | Great Ormond Street
    Greater Manchester Police | West Yorkshire Police | Local Authority | Family Court | Child Protection Conference
    Core Group | Strategy Discussion | Sure Start | Early Help | Police Protection | Public Law Outline
    Claire's Law | Sarah's Law | Jay Report | Microsoft Teams | Sharing Guide | Teams keeps its own copy
    Will CAMHS see P? | Will the school tell T? | May I tell the GP? | May the nurse know? | Mark on left forearm
    a red line about 6 cm long | Grace period ends on Friday | Hope to see P on Thursday | P is 7 years old
    P and R, aged 7 and 12 | unborn baby due 3 May 2026 | newborn check on 12/03/2026 | born early, at 34 weeks
    P was born in Leeds | T was born abroad | paragraph 3.9(a) and 3.10 | 3.10.12 | version 1.2.3
    pages 10 11 12 13 14 | 1234567890 | 9434765918 | 19434765919 | 94347659190 | 12 345 678 | £1,200 in arrears
    1000 - 1200 words | 0800 to 0930 | 08.30, 09.30 and 10.00 | 01/02/2026 10:00 | room 101 | Class 4B | Year 6
    Key Stage 2 | B1 reading level | E1 of the form | took the M25 1hr late | moved from ward W2 4th floor
    M1 3rd junction | Form C100 | an N1 2nd copy | A&E at 3am | @school | P @ school | <at>bot</at> @everyone
    https://example.org/a?b=c#d | named nurse | named person in the team | a dog called Max
    the cat called max and a rabbit | I called jamie yesterday | called sarah back | The court named T as a party
    T's name is on the tenancy | Miss School again and T is fined | will miss school on Friday | Mr and Mrs T
    dr appointment on Friday | the mr said no | Jamie | Jamie and Ella | Jamie, Ella and Tom | Today, Jamie said no
    However, Sarah rang. | London | South Leeds | the Oak House contact centre | Florence Nightingale Ward
    Thomas Coram Foundation | Chelsea Football Club | Jordan Valley | Paragraph Four | T is in Jordan until Friday
    Amber alert | Amber rating on the plan | Ruby Class, Lily Room | Joy Family Centre | Care Act
    Data Protection Act 2018 | Domestic Abuse Act 2021 | R v Smith | Working hours 09:00-17:00 | 20 7946 | 999 | 101
    111 | Childline 0800 1111 | Teacher, Head of Year | Court, Leeds | Nurse, GP
    D said it will be worse if P told anyone. | P can be checked at school and sleep better
    make an asthma plan for P | I rang T's phone, no reply. | Both parts rest on what P said
    T is abroad until Friday. | The health visitor at Park House saw P on 4 March. | Rent arrears: 3 months
    Psychiatrist's report, 12 pages
"""),
    "police: any call-outs to the address\nGP: any injuries seen",
)
"""Near misses, and the things that are said every day: none of them holds an identifier."""

LATER: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        phrases("""
        I visited Leanne Fletcher and her two boys at home today | The carer is Tracy-Ann Hargreaves.
        Nimco Abdi Warsame has three children | Zsófia Nagy interpreted | Łukasz Wiśniewski is the stepfather
        Speak to Sgt Ryan Marsh | PC Kelly Bright took the statement | Ibrahim Yusuf Ali, 15
        the foster carers, Pauline and Roy Sanderson | Shabnam Akhtar (P's mother) | Uncle Dave Perkins
        her ex Dean Holloway | Prof. Okafor | Head teacher Mrs Fitzgerald-Moore | The GP, Dr Banerjee, agreed
        name: chloe harding | HARDING, Chloe | Michael O'Leary-Byrne | Ewa K. Zielinska | Aneurin Bevan's ward
        Lily Allen | Rose Harper and Jack Harper | April Dawson | Summer Reid has a cough | Amber Lockwood's teacher
        mum, Joy Adeleke | Will Draper is her dad | Faith Obi
    """),
        (NAME,),
    ),
    "Harding, Chloe 03/05/2014": (NAME, BORN),
    **dict.fromkeys(
        phrases("""
        dob12/04/2011 | D.O.B: 12 April 2011 | her birthday is 12 April | turned 11 on 12/04/2022
        born Apr 12th, 2011 | 12-Apr-11 | (b. 12.04.2011)
    """),
        (BORN,),
    ),
    **dict.fromkeys(
        phrases("""
        NHS Number:6315247008 | nhs:949 374 2466. | NHS# 659 050 7252 | 659-0507252 | 491 736 3101;429 290 8796
    """),
        (NHS,),
    ),
    **dict.fromkeys(
        phrases("""
        ls62ab | Flat 3, 14 Oak Street, Leeds, LS11 5QP | LS11  5QP | SE1P 5LX? | DN551PT
    """),
        (POSTCODE,),
    ),
    **dict.fromkeys(
        phrases("""
        call 0113 4960 123 | 07700 90 01 23 | Tel:02079460123 | +44(0)7700 900123 | (01632)960123 | +48 601 234 567
        0300 123 4567 | 07700\u2011900\u2011123
    """),
        (PHONE,),
    ),
    "d.smith@school.example.sch.uk, 0113 496 0000": (PHONE, EMAIL),
    "a@b.co": (EMAIL,),
}
"""A second list, written once the finder was there, to find what the first did not think of."""

LATER_NEGATIVES = phrases("""
    Rev Thomas baptised them | Surname Harding, first name Chloe | DOB 120411 | 12 . 04 . 2011
    The SENCO, Head of Year and Family Liaison Officer know | Strengthening Families Team | Barnet and Chase Farm
    St George's, Tooting | St Anne's RC Primary | St Andrew and St Mary | All Saints Church | Holy Trinity Primary
    Christ Church | Lady Margaret Hall | Mary Seacole House | Rosa Parks Building | Nelson Mandela Centre
    Marie Curie Hospice | Macmillan Nurse | Freedom Programme | Triple P course | Home Start Leeds
    Action for Children | Save the Children | Family Action | Family Group Conference | Kinship Care Assessment
    Special Guardianship Order | Supervision Order | Section 7 report | Section 37 | Emergency Protection Order
    Police Powers of Protection | Mental Health Act | Mental Capacity Act 2005 | Human Rights Act 1998 | Article 8
    Working Together to Safeguard Children 2023 | DC and PC from Leeds District | WYP log 1234 of 11/03/2026
    Crime ref 13260012345 | URN 12345678 | UPN A123456789012 | NI number QQ123456C | Case no LS26C00123
    Ref: ABC/2026/0042 | Invoice 0012345678 | P scored 10/10, 9/10 and 8/10 | weight 12.5 kg, height 98 cm
    2 x 5 ml at 8am | BMI 15.2 | Temp 38.5 | 1-2-1 support | 9-5 | 24/7 | 3-4 times | 2025/26 school year
    Spring Term 2026 | Autumn Term | Summer Holidays | Summer School | Boxing Day | Ramadan and Eid | Diwali
    Black History Month | English and Maths | Roman Catholic | Church of England | British Pakistani | White British
    Eastern European | South Asian | Romanian and Polish | T speaks Urdu and Punjabi | from Somalia
    in Northern Ireland | Newcastle upon Tyne | North Yorkshire | Kirklees Council | Leeds City Council
    London Borough | Dewsbury Road | Harehills Lane | Jack Lane surgery | Alice Street flats | Charlotte Close
    Lincoln Green | Victoria Station | George Street | Jack and Jill Nursery | Little Acorns Nursery | Miss H rang
    Mrs. B | Dr. S | Ms D (teacher) | Mr & Mrs D | Sir, P is late | the Miss World quiz | Mum Works at Asda
    P Likes School | D Said No | T Asked Me | I Have Told T | May T be told? | Will Education and Health know?
    Mark Of Care | Grant Funding | Bill Payment | Pat Testing | Rob a shop | Sue the council | Chase Mum for a reply
    Chase GP | Hope Springs | Dawn Raid | Grace Period | Drew Pictures | Frank Conversation | Ray of Sunshine
    Guy Fawkes | Max 3 lines | Penny Pinching | Poppy Day | Rose Ward | Iris Unit | Ivy Cottage Nursery
    Olive Tree Centre | Holly Lodge | Jasmine Suite | Amber House | Crystal Palace | Sandy Lane | Dale View
    Heath Road | Glen Court | Eden Project | Paris Match | Georgia and Ukraine | called Sandra's manager
    I named Sarah as contact | names are in the file | the file is called notes from jan | called mum and left
    named after his grandad | T called P lazy | P called D daddy | John said so | Ask Ella | Tom, P's brother
    Sarah from CAMHS | Sarah CAMHS | Sarah (SENCO) | Emma the nurse | Emma Nurse | Social Worker Emma | PC Emma
    Teacher Sarah | thanks Emma Best wishes
""")
